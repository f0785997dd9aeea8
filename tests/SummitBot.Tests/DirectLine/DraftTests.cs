using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Models;
using SummitBot.Tests.Web;
using SummitBot.Tests.Web.Teams;
using static SummitBot.Tests.DirectLine.DirectLineClient;

namespace SummitBot.Tests.DirectLine;

/// <summary>On a web page the embedded answer is shown until the model's sentences take its place.</summary>
public sealed class DraftTests : IAsyncLifetime
{
    private const string Question = "Who cut a rope of nettles?";
    private const string ExtractiveWriter = "Mayor Ada Quill cut a rope of nettles.";
    private const string Worded = "Mayor Ada Quill quickly cut a rope of nettles.";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private readonly ScriptedModel _model = new();
    private WebTestHost? _host;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _model.End();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task TheEmbeddedAnswer_IsShownFirst_AndTheModelsTakesItsPlace_WithItsSourceBeside()
    {
        using DirectLineStream stream = await AskAsync(draft: true);

        JsonElement preliminary = await TextAsync(stream);
        _model.Say(Worded);
        JsonElement partial = await TextAsync(stream);
        _model.End();
        JsonElement answer = (await stream.MessagesAsync(1))[0];

        Assert.StartsWith(ExtractiveWriter, GetText(preliminary), StringComparison.Ordinal);
        // Web Chat knows the stream by the id of its first piece.
        Assert.All(
            [preliminary, partial, answer],
            piece =>
            {
                JsonElement info = piece
                    .GetProperty("entities")
                    .EnumerateArray()
                    .Single(e => e.GetProperty("type").ValueEquals("streaminfo"));
                Assert.Equal(GetId(preliminary), info.GetProperty("streamId").GetString());
                Assert.Equal(GetId(preliminary), piece.GetProperty("channelData").GetProperty("streamId").GetString());
            }
        );
        Assert.Equal($"{Worded} [1]", GetText(partial));
        Assert.StartsWith(
            $"{Worded} [1]\n\n> “{ExtractiveWriter}” [1]\n\n[1]: https://news.example.org/harbour",
            GetText(answer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WithoutDrafts_NothingIsShownBeforeTheModelsFirstSentence()
    {
        using DirectLineStream stream = await AskAsync(draft: false);

        _model.Say(Worded);
        JsonElement first = await TextAsync(stream);

        Assert.Equal($"{Worded} [1]", GetText(first));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AModelThatBreaksOff_HasItsSentencesReplacedByTheEmbeddedAnswer_WithANote(bool draft)
    {
        using DirectLineStream stream = await AskAsync(draft);
        _model.Say(Worded);
        JsonElement partial = await TextAsync(stream);
        while (GetText(partial) != $"{Worded} [1]")
        {
            partial = await TextAsync(stream);
        }

        _model.Break(ModelError.CutOff);
        JsonElement answer = (await stream.MessagesAsync(1))[0];

        Assert.StartsWith($"{ExtractiveWriter} [1]", GetText(answer), StringComparison.Ordinal);
        Assert.Contains("_The language model did not finish its answer._", GetText(answer), StringComparison.Ordinal);
        Assert.DoesNotContain(Worded, GetText(answer), StringComparison.Ordinal);
        JsonElement document = answer.GetProperty("channelData").GetProperty("summitbot");
        Assert.Equal("cutOff", document.GetProperty("modelTrouble").GetString());
    }

    private async Task<DirectLineStream> AskAsync(bool draft)
    {
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Answering:Draft"] = draft ? "true" : "false" },
            services => services.AddSingleton<IModelAnswerWriter>(_model)
        );
        DirectLineClient client = await StartAsync(_host.Client);
        DirectLineStream stream = await client.OpenStreamAsync();
        await client.SayAsync(Question);
        return stream;
    }

    /// <summary>The next piece of an answer that is coming to be.</summary>
    private static async Task<JsonElement> TextAsync(DirectLineStream stream)
    {
        while (true)
        {
            JsonElement activity = Assert.NotNull(await stream.NextAsync());
            bool isPiece =
                GetActivityType(activity) == "typing"
                && activity.TryGetProperty("channelData", out JsonElement data)
                && data.TryGetProperty("streamType", out JsonElement type)
                && type.ValueEquals("streaming");
            if (isPiece)
            {
                return activity;
            }
        }
    }
}
