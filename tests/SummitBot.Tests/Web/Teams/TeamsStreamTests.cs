using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SummitBot.Bot.Teams;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Models;
using SummitBot.Language;
using SummitBot.Tests.Bot.Connector;

namespace SummitBot.Tests.Web.Teams;

/// <summary>An answer that comes to be before the reader's eyes, by the test's clock.</summary>
public sealed partial class TeamsStreamTests : IAsyncLifetime
{
    private const string Question = "What happened at the harbour of Grenmouth?";
    private const string First = "The harbour of Grenmouth opened on Tuesday after nine years of work.";
    private const string Second = "Mayor Ada Quill cut a rope of nettles.";
    private const string Worded = "Mayor Ada Quill quickly cut a rope of nettles.";
    private const string Third = "The harbour cost 48 million crowns, twice the first estimate.";

    private static readonly TimeSpan Second1 = TimeSpan.FromSeconds(1);

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private readonly ScriptedModel _model = new();
    private FakeChannel _channel = null!;
    private WebTestHost _host = null!;
    private TeamsChat _chat = null!;

    public async ValueTask InitializeAsync()
    {
        _channel = await FakeChannel.StartAsync();
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Answering:MaxSentences"] = "5" },
            services =>
                services
                    .AddSingleton<IModelAnswerWriter>(_model)
                    // Nothing is left for waiting when the time for telling users is taken off.
                    .Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(5))
        );
        _chat = new TeamsChat(_host, _channel);
    }

    public async ValueTask DisposeAsync()
    {
        _model.End();
        await _host.DisposeAsync();
        await _channel.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task APersonalChat_SeesTheLine_TheTextAtMostOnceASecond_AndTheWhole()
    {
        await AskAsync();
        _model.Say(First);
        await UntilReceivedAsync(3);
        // Within the same second: this one is held back until it is over, not until the next sentence comes.
        _model.Say(Second);
        _host.Time.Advance(Second1);
        await UntilReceivedAsync(4);
        _model.Say(Third);
        _model.End();
        await UntilReceivedAsync(5);

        JsonElement[] pieces = Bodies()[1..];
        Assert.Equal(["typing", "typing", "typing", "message"], pieces.Select(p => p.GetProperty("type").GetString()));
        Assert.Equal(
            ["informative", "streaming", "streaming", "final"],
            pieces.Select(p => GetInfo(p).GetProperty("streamType").GetString())
        );
        Assert.Equal([1, 2, 3], pieces[..3].Select(p => GetInfo(p).GetProperty("streamSequence").GetInt32()));
        Assert.False(GetInfo(pieces[3]).TryGetProperty("streamSequence", out _));
        Assert.False(GetInfo(pieces[0]).TryGetProperty("streamId", out _));
        Assert.All(pieces[1..], p => Assert.Equal("sent-2", GetInfo(p).GetProperty("streamId").GetString()));
        string[] texts = [.. pieces[1..].Select(p => p.GetProperty("text").GetString()!)];
        Assert.StartsWith(texts[0], texts[1], StringComparison.Ordinal);
        Assert.StartsWith(texts[1], texts[2], StringComparison.Ordinal);
        Assert.Contains(Second.TrimEnd('.'), texts[1], StringComparison.Ordinal);
        Assert.Contains("48 million", texts[2], StringComparison.Ordinal);
        Assert.DoesNotContain(pieces[..3], p => p.GetRawText().Contains("schema.org", StringComparison.Ordinal));
        Assert.Contains("schema.org", pieces[3].GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(405)]
    public async Task WhereTheStreamIsRefused_TypingIsShown_AndADraftThatIsUpdated(int status)
    {
        _channel.NextAnswer(201);
        _channel.NextAnswer(status, """{"error":{"code":"ContentStreamNotAllowed"}}""");

        await AskAsync();
        _model.Say(Worded);
        _model.End();
        await UntilReceivedAsync(5);

        JsonElement[] sent = Bodies();
        Assert.Equal(
            ["typing", "typing", "message", "typing", "message"],
            sent.Select(p => p.GetProperty("type").GetString())
        );
        Assert.All(sent[2..], p => Assert.Equal(JsonValueKind.Undefined, GetInfo(p).ValueKind));
        Assert.Equal("PUT", _chat.Received[^1].Method);
        Assert.StartsWith($"{Worded} [1]", sent[^1].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheReaderStopsTheStream_TheAnswerComesAsAMessageOfItsOwn()
    {
        await AskAsync();
        _channel.NextAnswer(403, """{"error":{"code":"ContentStreamNotAllowed"}}""");
        _model.Say(First);
        await UntilReceivedAsync(3);
        _model.End();
        await UntilReceivedAsync(4);

        Assert.Equal(JsonValueKind.Undefined, GetInfo(Bodies()[3]).ValueKind);
    }

    [Fact]
    public async Task AChannelThatNeverAnswersAPiece_IsNotWaitedFor()
    {
        await AskAsync();
        _channel.NextHangs();
        _model.Say(First);
        await UntilReceivedAsync(3);
        _model.End();
        await _host.UntilAsync(() =>
        {
            _host.Time.Advance(Second1);
            return Task.FromResult(_chat.Messages.Count > 0);
        });

        Assert.Contains("nine years", _chat.Messages[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Undefined, GetInfo(_chat.Messages[0]).ValueKind);
    }

    [Fact]
    public async Task AModelThatTakesTooLong_IsGivenUp_BeforeTwoMinutesAreOver()
    {
        await AskAsync();
        _model.Say(First);
        await UntilReceivedAsync(3);
        _host.Time.Advance(TimeSpan.FromSeconds(31));
        await UntilReceivedAsync(4);

        JsonElement last = Assert.Single(_chat.Messages);
        Assert.Equal("final", GetInfo(last).GetProperty("streamType").GetString());
        AssertContinues(last, Phrases.For("en").ModelBrokeOff);
    }

    [Theory]
    [InlineData(ModelError.CutOff)]
    [InlineData(ModelError.Slow)]
    [InlineData(ModelError.Unreachable)]
    [InlineData(ModelError.Refused)]
    [InlineData(ModelError.BudgetSpent)]
    public async Task AModelThatBreaksOff_HasItsShownSentencesContinuedFromTheArticles(ModelError error)
    {
        await AskAsync();
        _model.Say(Worded);
        await UntilReceivedAsync(3);
        _model.Break(error);
        await UntilReceivedAsync(4);

        JsonElement last = Assert.Single(_chat.Messages);
        AssertContinues(last, Phrases.For("en").ModelBrokeOff);
        Assert.Contains(First, last.GetProperty("text").GetString(), StringComparison.Ordinal);
        // The embedded answer quotes this one, too; it is said already.
        Assert.DoesNotContain($"{Second} [", last.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraftOfWhichTooLittleStands_HasItsShownSentencesContinuedFromTheArticles()
    {
        await AskAsync();
        _model.Say(Worded);
        await UntilReceivedAsync(3);
        _model.Say("The emperor of Atlantis came by airship.");
        _model.Say("Nobody knows what the emperor of Atlantis ate.");
        _model.End();
        await UntilReceivedAsync(4);

        JsonElement last = Assert.Single(_chat.Messages);
        AssertContinues(last, Phrases.For("en").PartLeftOut);
        Assert.DoesNotContain("Atlantis", last.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Phrases.For("en").WithoutModel, last.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AHostThatStops_EndsTheStreamWithTheAnswerThatThereIs(bool isShown)
    {
        await AskAsync();
        if (isShown)
        {
            _model.Say(Worded);
            await UntilReceivedAsync(3);
        }
        else
        {
            await _host.UntilAsync(() => Task.FromResult(_model.IsAsked));
        }

        await _host.Services.GetRequiredService<IHost>().StopAsync(TestContext.Current.CancellationToken);

        JsonElement last = Assert.Single(_chat.Messages);
        string text = last.GetProperty("text").GetString()!;
        Assert.Equal("final", GetInfo(last).GetProperty("streamType").GetString());
        Assert.Contains(First, text, StringComparison.Ordinal);
        if (isShown)
        {
            AssertContinues(last, Phrases.For("en").ModelBrokeOff);
        }
        else
        {
            Assert.EndsWith($"_{Phrases.For("en").WithoutModel}_", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AModelThatBreaksOffUnseen_LeavesTheEmbeddedAnswer()
    {
        await AskAsync();
        _channel.NextAnswer(403, """{"error":{"code":"ContentStreamNotAllowed"}}""");
        _model.Say(Worded);
        await UntilReceivedAsync(3);
        _model.Break(ModelError.CutOff);
        await UntilReceivedAsync(4);

        string text = Assert.Single(_chat.Messages).GetProperty("text").GetString()!;
        Assert.StartsWith(First, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Worded, text, StringComparison.Ordinal);
        Assert.EndsWith($"_{Phrases.For("en").ModelBrokeOff}_", text, StringComparison.Ordinal);
    }

    /// <summary>
    /// It begins with what was shown, every mark is one of a citation, and so is every citation; the note stands at its end.
    /// </summary>
    private void AssertContinues(JsonElement message, string note)
    {
        string text = message.GetProperty("text").GetString()!;
        string[] shown =
        [
            .. Bodies()
                .Where(b => GetInfo(b) is { ValueKind: JsonValueKind.Object } i && IsStreaming(i))
                .Select(b => b.GetProperty("text").GetString()!),
        ];
        JsonElement label = message
            .GetProperty("entities")
            .EnumerateArray()
            .Single(e => e.TryGetProperty("citation", out _));
        Assert.NotEmpty(shown);
        Assert.All(shown, s => Assert.StartsWith(s, text, StringComparison.Ordinal));
        Assert.Equal(
            Marks().Matches(text).Select(m => m.Value).Distinct().Order(),
            label
                .GetProperty("citation")
                .EnumerateArray()
                .Select(c => $"[{c.GetProperty("position").GetInt32()}]")
                .Order()
        );
        Assert.Contains(note, text, StringComparison.Ordinal);
    }

    private static bool IsStreaming(JsonElement info) => info.GetProperty("streamType").ValueEquals("streaming");

    private async Task AskAsync()
    {
        using HttpResponseMessage response = await _chat.PostAsync(_chat.Message(Question));
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        // The typing indicator, and, as no answer is there soon, the line.
        await UntilReceivedAsync(1);
        await _host.UntilAsync(() =>
        {
            _host.Time.Advance(StreamedReply.QuickReply);
            return Task.FromResult(_chat.Received.Count >= 2);
        });
        // The line is a piece, too.
        _host.Time.Advance(Second1);
    }

    private Task UntilReceivedAsync(int count) =>
        _host.UntilAsync(() => Task.FromResult(_chat.Received.Count >= count));

    private JsonElement[] Bodies() => [.. _chat.Received.Select(r => r.Body)];

    private static JsonElement GetInfo(JsonElement activity) =>
        activity.TryGetProperty("entities", out JsonElement entities)
            ? entities.EnumerateArray().FirstOrDefault(e => e.GetProperty("type").GetString() == "streaminfo")
            : default;

    [GeneratedRegex(@"\[\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
