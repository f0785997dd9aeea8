using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Tests.BotFramework.Connector;

namespace SummitBot.Tests.Web.Teams;

/// <summary>An answer that comes to be before the reader's eyes, by the test's clock.</summary>
public sealed class TeamsStreamTests : IAsyncLifetime
{
    private const string Question = "What happened at the harbour of Grenmouth?";
    private const string First = "The harbour of Grenmouth opened on Tuesday after nine years of work.";
    private const string Second = "Mayor Ada Quill cut a rope of nettles.";
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
            services => services.AddSingleton<IModelAnswerWriter>(_model)
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
        await UntilReceivedAsync(2);
        // Within the same second: this one is held back until it is over, not until the next sentence comes.
        _model.Say(Second);
        _host.Time.Advance(Second1);
        await UntilReceivedAsync(3);
        _model.Say(Third);
        _model.End();
        await UntilReceivedAsync(4);

        JsonElement[] pieces = Bodies();
        Assert.Equal(["typing", "typing", "typing", "message"], pieces.Select(p => p.GetProperty("type").GetString()));
        Assert.Equal(
            ["informative", "streaming", "streaming", "final"],
            pieces.Select(p => InfoOf(p).GetProperty("streamType").GetString())
        );
        Assert.Equal([1, 2, 3], pieces[..3].Select(p => InfoOf(p).GetProperty("streamSequence").GetInt32()));
        Assert.False(InfoOf(pieces[3]).TryGetProperty("streamSequence", out _));
        Assert.False(InfoOf(pieces[0]).TryGetProperty("streamId", out _));
        Assert.All(pieces[1..], p => Assert.Equal("sent-1", InfoOf(p).GetProperty("streamId").GetString()));
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
    public async Task WhereTheStreamIsRefused_TypingIsShown_AndOnePlainMessageComes(int status)
    {
        _channel.NextAnswer(status, """{"error":{"code":"ContentStreamNotAllowed"}}""");

        await AskAsync();
        _model.Say(First);
        _model.End();
        await UntilReceivedAsync(3);

        JsonElement[] sent = Bodies();
        Assert.Equal(["typing", "typing", "message"], sent.Select(p => p.GetProperty("type").GetString()));
        Assert.Equal(JsonValueKind.Undefined, InfoOf(sent[1]).ValueKind);
        Assert.Equal(JsonValueKind.Undefined, InfoOf(sent[2]).ValueKind);
        Assert.Contains("nine years", sent[2].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheReaderStopsTheStream_TheAnswerComesAsAMessageOfItsOwn()
    {
        await AskAsync();
        _channel.NextAnswer(403, """{"error":{"code":"ContentStreamNotAllowed"}}""");
        _model.Say(First);
        await UntilReceivedAsync(2);
        _model.End();
        await UntilReceivedAsync(3);

        Assert.Equal(JsonValueKind.Undefined, InfoOf(Bodies()[2]).ValueKind);
    }

    [Fact]
    public async Task AChannelThatNeverAnswersAPiece_IsNotWaitedFor()
    {
        await AskAsync();
        _channel.NextHangs();
        _model.Say(First);
        await UntilReceivedAsync(2);
        _model.End();
        await _host.UntilAsync(() =>
        {
            _host.Time.Advance(Second1);
            return Task.FromResult(_chat.Messages.Count > 0);
        });

        Assert.Contains("nine years", _chat.Messages[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Undefined, InfoOf(_chat.Messages[0]).ValueKind);
    }

    [Fact]
    public async Task AModelThatTakesTooLong_IsGivenUp_BeforeTwoMinutesAreOver()
    {
        await AskAsync();
        _model.Say(First);
        await UntilReceivedAsync(2);
        _host.Time.Advance(TimeSpan.FromSeconds(31));
        await UntilReceivedAsync(3);

        JsonElement last = Assert.Single(_chat.Messages);
        Assert.Equal("final", InfoOf(last).GetProperty("streamType").GetString());
        Assert.Contains("nine years", last.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private async Task AskAsync()
    {
        using HttpResponseMessage response = await _chat.PostAsync(_chat.Message(Question));
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        await UntilReceivedAsync(1);
        // The line is a piece, too.
        _host.Time.Advance(Second1);
    }

    private Task UntilReceivedAsync(int count) =>
        _host.UntilAsync(() => Task.FromResult(_chat.Received.Count >= count));

    private JsonElement[] Bodies() => [.. _chat.Received.Select(r => r.Body)];

    private static JsonElement InfoOf(JsonElement activity) =>
        activity.TryGetProperty("entities", out JsonElement entities)
            ? entities.EnumerateArray().FirstOrDefault(e => e.GetProperty("type").GetString() == "streaminfo")
            : default;
}
