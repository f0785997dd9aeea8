using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Teams;

namespace SummitBot.Tests.Bot.Teams;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("Who met?", "Who met?")]
    [InlineData("  Who\u00A0met?\r\n", "Who met?")]
    [InlineData("<p>Who <b>met</b>?</p>", "Who met?")]
    [InlineData("<div>Who met&nbsp;&amp; why?</div>", "Who met & why?")]
    [InlineData("Is 3 < 4 and 5 > 4?", "Is 3 < 4 and 5 > 4?")]
    [InlineData("> the answer before\nAnd why?", "And why?")]
    [InlineData("> only a quotation", "> only a quotation")]
    [InlineData("من قابل من؟", "من قابل من؟")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void OfAMessage_OnlyTheWordsAreTaken(string? text, string expected) =>
        Assert.Equal(expected, MessageText.From(new Activity(ActivityTypes.Message) { Text = text }));

    [Theory]
    [InlineData("<at>Bot</at> who met?", "<at>Bot</at>", "b", "who met?")]
    [InlineData("who, <at>Bot</at>, met?", "<at>bot</at>", "b", "who, , met?")]
    [InlineData("<at>Bot</at> who met?", null, "b", "who met?")]
    [InlineData("Ann who met?", "Ann", "ann", "Ann who met?")]
    public void OnlyMentionsOfTheBot_AreTakenOut_AsTheirEntitiesSay(
        string text,
        string? mentioned,
        string id,
        string expected
    )
    {
        // As they arrive: what an entity says of itself stands in its properties.
        var activity = ActivityJson.Deserialize<Activity>(
            ActivityJson.Serialize(
                new Activity(ActivityTypes.Message)
                {
                    Text = text,
                    Recipient = new ChannelAccount("b"),
                    Entities =
                    [
                        new Mention
                        {
                            Mentioned = new ChannelAccount(id, "Bot"),
                            Text = mentioned,
                            Type = "mention",
                        },
                    ],
                }
            )
        );

        Assert.Equal(expected, MessageText.From(activity!));
    }

    [Fact]
    public void OfAReplyToAQuotedMessage_OnlyTheReplyIsTaken()
    {
        Activity message = ActivityJson.Deserialize<Activity>(
            """
            {"type":"message","text":"SummitBot\r\nHe came by train.\r\nAnd when?","attachments":[{"contentType":"text/html","content":
            "<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\"1\"><strong>SummitBot</strong><p>He came by train.</p></blockquote><p>And&nbsp;when?</p>"}]}
            """
        )!;

        Assert.Equal("And when?", MessageText.From(message));
        Assert.False(MessageText.HasFiles(message));
    }

    [Theory]
    [InlineData(
        """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"good\"}"}}""",
        true,
        "good"
    )]
    [InlineData(
        """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"\"}"}}""",
        true,
        null
    )]
    [InlineData(
        """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"plain words"}}""",
        false,
        "plain words"
    )]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"dislike"}}""", false, null)]
    public void AClickOnTheThumbs_IsRead_AsTeamsAndOthersSendIt(string value, bool isLike, string? comment) =>
        Assert.Equal(new FeedbackAction(isLike, comment), FeedbackAction.Read(CreateInvoke(value)));

    [Theory]
    [InlineData("""{"actionName":"other","actionValue":{"reaction":"like"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"shrug"}}""")]
    [InlineData("""{"actionName":"feedback"}""")]
    [InlineData("""{"actionName":"feedback","actionValue":5}""")]
    [InlineData("7")]
    public void AnythingElse_IsNoFeedback(string value) => Assert.Null(FeedbackAction.Read(CreateInvoke(value)));

    private static Activity CreateInvoke(string value) =>
        ActivityJson.Deserialize<Activity>($$"""{"type":"invoke","name":"message/submitAction","value":{{value}}}""")!;
}
