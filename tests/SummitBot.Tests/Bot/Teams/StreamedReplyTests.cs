using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Teams;
using SummitBot.Bot.Turns;
using SummitBot.Tests.Bot.Hosting;

namespace SummitBot.Tests.Bot.Teams;

public sealed class StreamedReplyTests : IDisposable
{
    private readonly RecordingConnector _channel = new();
    private readonly FakeTimeProvider _time = new();
    private readonly TurnContext _turn;

    public StreamedReplyTests() => _turn = TurnOf(ProtocolHost.Message("hi"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _turn.Dispose();

    [Fact]
    public async Task APersonalChat_SeesTheLine_TheTextAtMostOnceASecond_AndTheWhole()
    {
        var reply = new StreamedReply(_turn, _time);

        await reply.AnnounceAsync("Searching", Cancellation);
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
                ("typing", "One.", "streaming", "1", 2),
                ("typing", "One. Two. Three.", "streaming", "1", 3),
                ("message", "One. Two. Three. Four.", "final", "1", null),
            ],
            _channel.Sent.Select(PieceOf)
        );
        Assert.Equal("4", id);
    }

    [Fact]
    public async Task ATextThatCameTooSoon_IsHeldBack_AndShownWhenTheSecondIsOver()
    {
        var reply = new StreamedReply(_turn, _time);
        await reply.AnnounceAsync("Searching", Cancellation);
        _time.Advance(StreamedReply.Pace / 4);

        await reply.ShowAsync("One.", Cancellation);
        TimeSpan? wait = reply.HeldBackFor;
        _time.Advance(StreamedReply.Pace * 3 / 4);
        await reply.ShowHeldBackAsync(Cancellation);
        await reply.ShowHeldBackAsync(Cancellation);

        Assert.Equal(StreamedReply.Pace * 3 / 4, wait);
        Assert.Null(reply.HeldBackFor);
        Assert.Equal(["Searching", "One."], _channel.Sent.Select(a => a.Text));
    }

    [Theory]
    [InlineData(ConversationTypes.GroupChat, true)]
    [InlineData(ConversationTypes.Channel, true)]
    [InlineData(ConversationTypes.Personal, true)]
    public async Task AGroup_SeesTyping_AndOneMessage(string type, bool isGroup)
    {
        Activity message = ProtocolHost.Message("hi");
        message.Conversation = new ConversationAccount(isGroup, type, "c");
        using TurnContext turn = TurnOf(message);
        var reply = new StreamedReply(turn, _time);

        await reply.AnnounceAsync("Searching", Cancellation);
        await reply.ShowAsync("One.", Cancellation);
        await reply.FinishAsync(MessageFactory.Text("One. Two."), Cancellation);

        Assert.Equal(["typing", "message"], _channel.Sent.Select(a => a.Type));
        Assert.All(_channel.Sent, a => Assert.Null(a.Entities));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    public async Task WhereTheStreamIsRefusedAtFirst_TypingAndOneMessageAreLeft(HttpStatusCode status)
    {
        _channel.Answer = (activity, _) => Task.FromResult(IsPiece(activity) ? new ConnectorResult(status) : null);
        var reply = new StreamedReply(_turn, _time);

        await reply.AnnounceAsync("Searching", Cancellation);
        await reply.ShowAsync("One.", Cancellation);
        await reply.FinishAsync(MessageFactory.Text("One. Two."), Cancellation);

        Assert.Equal(["typing", "typing", "message"], _channel.Sent.Select(a => a.Type));
        Assert.Null(_channel.Sent[^1].Entities);
    }

    [Fact]
    public async Task AStreamThatTheReaderStopped_EndsInAPlainMessage()
    {
        _channel.Answer = (activity, _) =>
            Task.FromResult(
                activity.Type == ActivityTypes.Message && IsPiece(activity)
                    ? new ConnectorResult(HttpStatusCode.Forbidden)
                    : null
            );
        var reply = new StreamedReply(_turn, _time);

        await reply.AnnounceAsync("Searching", Cancellation);
        await reply.FinishAsync(MessageFactory.Text("All."), Cancellation);

        Assert.Equal(["typing", "message", "message"], _channel.Sent.Select(a => a.Type));
        Assert.False(IsPiece(_channel.Sent[^1]));
    }

    [Fact]
    public async Task AChannelThatHangs_IsGivenUpAfterTheLimit_AndGetsOneMessage()
    {
        var hangs = new TaskCompletionSource();
        _channel.Answer = async (activity, token) =>
        {
            if (IsPiece(activity) && activity.Text == "One.")
            {
                hangs.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            }

            return null;
        };
        var reply = new StreamedReply(_turn, _time);
        await reply.AnnounceAsync("Searching", Cancellation);
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
        await reply.AnnounceAsync("Searching", Cancellation);
        _time.Advance(StreamedReply.LongestStream + TimeSpan.FromSeconds(1));

        await reply.ShowAsync("One.", Cancellation);

        Assert.Single(_channel.Sent);
    }

    [Fact]
    public async Task AnyOtherMessage_EndsTheStream_SoThatAnApologyDoesToo()
    {
        var reply = new StreamedReply(_turn, _time);
        await reply.AnnounceAsync("Searching", Cancellation);

        await _turn.SendActivityAsync("Sorry.", cancellationToken: Cancellation);

        Assert.Equal(("message", "Sorry.", "final", "1", null), PieceOf(_channel.Sent[^1]));
    }

    private TurnContext TurnOf(Activity activity) => new(TestAdapter.Of(_channel), activity);

    private static bool IsPiece(Activity activity) =>
        activity.Entities is { } entities && entities.Any(e => e.Type == StreamInfo.EntityType);

    /// <summary>As the entity says it; the channel data must say the same.</summary>
    private static (string? Type, string? Text, string? StreamType, string? StreamId, int? Sequence) PieceOf(
        Activity activity
    )
    {
        StreamInfo info = activity.Entities!.Single(e => e.Type == StreamInfo.EntityType).GetAs<StreamInfo>()!;
        var data = (JsonElement)activity.ChannelData!;
        Assert.Equal(info.StreamType, data.GetProperty("streamType").GetString());
        Assert.Equal(info.StreamSequence is not null, data.TryGetProperty("streamSequence", out _));
        return (activity.Type, activity.Text, info.StreamType, info.StreamId, info.StreamSequence);
    }
}
