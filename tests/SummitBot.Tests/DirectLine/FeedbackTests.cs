using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Feedback;
using SummitBot.Tests.Web;
using static SummitBot.Tests.DirectLine.DirectLineClient;

namespace SummitBot.Tests.DirectLine;

/// <summary>Thumbs pressed on web pages are kept with what they are about.</summary>
public sealed class FeedbackTests : IAsyncLifetime
{
    private const string Question = "Who cut a rope of nettles?";
    private const string EventName = "webchat:activity-status/feedback";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private WebTestHost _host = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await WebTestHost.StartReadyAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ThumbsOfWebChat_AreAboutTheAnswerWhoseActionTheyGiveBack()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        JsonElement answer = await AskAsync(client, Question, 3);
        await AskAsync(client, "What did the harbour cost?", 5);
        JsonElement action = answer
            .GetProperty("entities")
            .EnumerateArray()
            .Single(e => e.TryGetProperty("potentialAction", out _))
            .GetProperty("potentialAction")[1];

        await client.PostAsync(
            new
            {
                type = "event",
                name = EventName,
                entities = new[] { action },
            }
        );

        FeedbackItem item = await OneItemAsync();
        Assert.Equal((Reaction.Dislike, null), (item.Feedback.Reaction, item.Feedback.Comment));
        Assert.Equal(Question, item.Turn!.Answer.Question);
    }

    [Fact]
    public async Task ThumbsOfTheWidget_BringACommentAlong_AndTheLastOneCounts()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        JsonElement answer = await AskAsync(client, Question, 3);
        await PressAsync(client, answer, "dislike", "");
        await PressAsync(client, answer, "like", " Right! ");

        FeedbackItem item = await OneItemAsync(f => f.Feedback.Reaction == Reaction.Like);

        Assert.Equal(" Right! ", item.Feedback.Comment);
        Assert.Equal(GetId(answer), item.Feedback.AnswerActivityId);
        Assert.Equal(client.ConversationId, item.Feedback.Conversation.Id);
    }

    [Fact]
    public async Task FeedbackOnAnothersAnswer_DoesNotCount()
    {
        DirectLineClient victim = await StartAsync(_host.Client);
        JsonElement answer = await AskAsync(victim, Question, 3);
        DirectLineClient other = await StartAsync(_host.Client);
        await PressAsync(other, answer, "dislike", "I was never there");
        // Behind it in the same conversation: when this one is answered, that one was looked at.
        await AskAsync(other, Question, 3);
        await PressAsync(victim, answer, "like", "mine");

        FeedbackItem item = await OneItemAsync();

        Assert.Equal("mine", item.Feedback.Comment);
    }

    private static async Task<JsonElement> AskAsync(DirectLineClient client, string question, int messages)
    {
        await client.SayAsync(question);
        return (await client.PollMessagesAsync(messages))[^1];
    }

    private static Task PressAsync(DirectLineClient client, JsonElement answer, string reaction, string comment) =>
        client.PostAsync(
            new
            {
                type = "event",
                name = EventName,
                replyToId = GetId(answer),
                value = new { reaction, comment },
            }
        );

    private async Task<FeedbackItem> OneItemAsync(Func<FeedbackItem, bool>? isIt = null)
    {
        IFeedbackStore store = _host.Services.GetRequiredService<IFeedbackStore>();
        FeedbackItem? found = null;
        await _host.UntilAsync(async () =>
        {
            IReadOnlyList<FeedbackItem> items = await store.ListAsync(new FeedbackFilter(), Cancelled);
            found = items.Count == 1 && isIt?.Invoke(items[0]) != false ? items[0] : null;
            return found is not null;
        });
        return found!;
    }
}
