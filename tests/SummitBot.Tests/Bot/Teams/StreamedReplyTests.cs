using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Teams;
using SummitBot.Tests.Bot.Hosting;

namespace SummitBot.Tests.Bot.Teams;

public sealed class StreamedReplyTests : IDisposable
{
    private readonly RecordingChannel _channel = new();
    private readonly FakeTimeProvider _time = new();
    private readonly TurnContext _turn;

    public StreamedReplyTests() => _turn = CreateTurn(ProtocolHost.Message("hi"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _turn.Dispose();

    [Fact]
    public async Task APersonalChat_SeesTheLine_TheTextAtMostOnceASecond_AndTheWhole()
    {
        var reply = new StreamedReply(_turn, _time);

        await BeginStreamAsync(reply);
        await reply.ShowAsync("O", Cancellation);
        _time.Advance(StreamedReply.Pace);
        await reply.ShowAsync("One.", Cancellation);
        await reply.ShowAsync("One. Two.", Cancellation);
        _time.Advance(StreamedReply.Pace);
        await reply.ShowAsync("One. Two. Three.", Cancellation);
        string? id = await reply.FinishAsync(MessageFactory.Text("One. Two. Three. Four."), Cancellation);

        Assert.Equal(
            [
                ("typing", "Searching", "informative", null, 1),
                ("typing", "One.", "streaming", "2", 2),
                ("typing", "One. Two. Three.", "streaming", "2", 3),
                ("message", "One. Two. Three. Four.", "final", "2", null),
            ],
            _channel.Sent.Skip(1).Select(GetPiece)
        );
        Assert.Equal("5", id);
    }

    [Fact]
    public async Task ATextThatCameTooSoon_IsHeldBack_AndShownWhenTheSecondIsOver()
    {
        var reply = new StreamedReply(_turn, _time);
        await BeginStreamAsync(reply);
        _time.Advance(StreamedReply.Pace / 4);

        await reply.ShowAsync("One.", Cancellation);
        TimeSpan? wait = reply.HeldBackFor;
        _time.Advance(StreamedReply.Pace * 3 / 4);
        await reply.ShowHeldBackAsync(Cancellation);
        await reply.ShowHeldBackAsync(Cancellation);

        Assert.Equal(StreamedReply.Pace * 3 / 4, wait);
        Assert.Null(reply.HeldBackFor);
        Assert.Equal([null, "Searching", "One."], _channel.Sent.Select(a => a.Text));
    }

    [Theory]
    [InlineData(ConversationTypes.GroupChat, true)]
    [InlineData(ConversationTypes.Channel, true)]
    [InlineData(ConversationTypes.Personal, true)]
    public async Task AGroup_SeesTyping_AndOneMessage(string type, bool isGroup)
    {
        Activity message = ProtocolHost.Message("hi");
        message.Conversation = new ConversationAccount(isGroup, type, "c");
        using TurnContext turn = CreateTurn(message);
        var reply = new StreamedReply(turn, _time);

        reply.Begin("Searching", Cancellation);
        await reply.ShowAsync("One.", Cancellation);
        await reply.FinishAsync(MessageFactory.Text("One. Two."), Cancellation);

        Assert.Equal(["typing", "message"], _channel.Sent.Select(a => a.Type));
        Assert.All(_channel.Sent, a => Assert.Empty(a.Entities ?? []));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    public async Task WhereTheStreamIsRefusedAtFirst_TypingAndOneMessageAreLeft(HttpStatusCode status)
    {
        _channel.Refuse = (activity, _) => Task.FromResult<HttpStatusCode?>(IsPiece(activity) ? status : null);
        var reply = new StreamedReply(_turn, _time);

        await BeginStreamAsync(reply);
        await reply.ShowAsync("One.", Cancellation);
        await reply.FinishAsync(MessageFactory.Text("One. Two."), Cancellation);

        Assert.Equal(["typing", "typing", "message"], _channel.Sent.Select(a => a.Type));
        Assert.Empty(_channel.Sent[^1].Entities);
    }

    [Fact]
    public async Task AStreamThatTheReaderStopped_EndsInAPlainMessage()
    {
        _channel.Refuse = (activity, _) =>
            Task.FromResult(
                activity.Type == ActivityTypes.Message && IsPiece(activity)
                    ? HttpStatusCode.Forbidden
                    : (HttpStatusCode?)null
            );
        var reply = new StreamedReply(_turn, _time);

        await BeginStreamAsync(reply);
        await reply.FinishAsync(MessageFactory.Text("All."), Cancellation);

        Assert.Equal(["typing", "typing", "message", "message"], _channel.Sent.Select(a => a.Type));
        Assert.False(IsPiece(_channel.Sent[^1]));
    }

    [Fact]
    public async Task AChannelThatHangs_IsGivenUpAfterTheLimit_AndGetsOneMessage()
    {
        var hangs = new TaskCompletionSource();
        _channel.Refuse = async (activity, token) =>
        {
            if (IsPiece(activity) && activity.Text == "One.")
            {
                hangs.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            }

            return null;
        };
        var reply = new StreamedReply(_turn, _time);
        await BeginStreamAsync(reply);
        _time.Advance(StreamedReply.Pace);

        Task showing = reply.ShowAsync("One.", Cancellation);
        await hangs.Task;
        _time.Advance(StreamedReply.PieceLimit);
        await showing;
        await reply.FinishAsync(MessageFactory.Text("One. Two."), Cancellation);

        Assert.Equal(ActivityTypes.Message, _channel.Sent[^1].Type);
        Assert.False(IsPiece(_channel.Sent[^1]));
    }

    [Fact]
    public async Task NearTwoMinutes_NoPieceIsSentAnyMore()
    {
        var reply = new StreamedReply(_turn, _time);
        await BeginStreamAsync(reply);
        _time.Advance(StreamedReply.MaxStreamTime + TimeSpan.FromSeconds(1));

        await reply.ShowAsync("One.", Cancellation);

        Assert.Equal([null, "Searching"], _channel.Sent.Select(a => a.Text));
    }

    [Fact]
    public async Task AnyOtherMessage_EndsTheStream_SoThatAnApologyDoesToo()
    {
        var reply = new StreamedReply(_turn, _time);
        await BeginStreamAsync(reply);

        await _turn.SendActivityAsync("Sorry.", cancellationToken: Cancellation);

        Assert.Equal(("message", "Sorry.", "final", "2", null), GetPiece(_channel.Sent[^1]));
    }

    [Theory]
    [InlineData(Channels.Msteams)]
    [InlineData(Channels.Directline)]
    public async Task AMessageThatIsThereWithinHalfASecond_NeedsNoStream(string channel)
    {
        Activity message = ProtocolHost.Message("hi");
        message.ChannelId = channel;
        using TurnContext turn = CreateTurn(message);
        var reply = new StreamedReply(turn, _time);

        reply.Begin("Searching", Cancellation);
        Assert.Equal(StreamedReply.QuickReply, reply.HeldBackFor);
        _time.Advance(StreamedReply.QuickReply - TimeSpan.FromMilliseconds(1));
        await reply.FinishAsync(MessageFactory.Text("One."), Cancellation);

        Assert.Equal(["typing", "message"], _channel.Sent.Select(a => a.Type));
        Assert.All(_channel.Sent, a => Assert.Empty(a.Entities ?? []));
    }

    [Fact]
    public async Task OnAWebPage_TheTextIsShownAtOnce()
    {
        Activity message = ProtocolHost.Message("hi");
        message.ChannelId = Channels.Directline;
        using TurnContext turn = CreateTurn(message);
        var reply = new StreamedReply(turn, _time);
        reply.Begin("Searching", Cancellation);

        await reply.ShowAsync("One.", Cancellation);
        await reply.ShowAsync("Another.", Cancellation);

        Assert.Equal([null, "One.", "Another."], _channel.Sent.Select(a => a.Text));
    }

    [Fact]
    public async Task AnIndicatorThatTheChannelNeverTakes_HoldsUpNothingForMoreThanASecond()
    {
        var never = new TaskCompletionSource<HttpStatusCode?>();
        _channel.Refuse = (activity, _) =>
            activity.Type == ActivityTypes.Typing ? never.Task : Task.FromResult<HttpStatusCode?>(null);
        var reply = new StreamedReply(_turn, _time);
        reply.Begin("Searching", Cancellation);

        Task<string?> finishing = reply.FinishAsync(MessageFactory.Text("One."), Cancellation);
        Assert.False(finishing.IsCompleted);
        _time.Advance(StreamedReply.Pace);
        await finishing;

        Assert.Equal("One.", _channel.Sent[^1].Text);
    }

    /// <summary>Waits until the progress line is shown.</summary>
    private Task BeginStreamAsync(StreamedReply reply)
    {
        reply.Begin("Searching", Cancellation);
        _time.Advance(StreamedReply.QuickReply);
        return reply.ShowHeldBackAsync(Cancellation);
    }

    private TurnContext CreateTurn(Activity activity) => new(new TestAdapter(_channel), activity);

    private static bool IsPiece(Activity activity) =>
        activity.Entities is { } entities && entities.Any(e => e.Type == StreamInfo.EntityType);

    /// <summary>From the entity; the channel data must be the same.</summary>
    private static (string? Type, string? Text, string? StreamType, string? StreamId, int? Sequence) GetPiece(
        Activity activity
    )
    {
        StreamInfo info = activity.Entities!.Single(e => e.Type == StreamInfo.EntityType).GetAs<StreamInfo>()!;
        var data = (JObject)activity.ChannelData;
        Assert.Equal(info.StreamType, (string?)data["streamType"]);
        Assert.Equal(info.StreamSequence is not null, data.ContainsKey("streamSequence"));
        return (activity.Type, activity.Text, info.StreamType, info.StreamId, info.StreamSequence);
    }
}
