using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Conversations;

namespace SummitBot.Tests.Web.Teams;

/// <summary>What somebody in Teams sees, from the request of the channel to the bot's request to it.</summary>
public sealed class TeamsConversationTests(TeamsHost teams) : IClassFixture<TeamsHost>
{
    private const string Question = "Who cut a rope of nettles?";
    private const string Answer = "Mayor Ada Quill cut a rope of nettles";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAnswer_HasCitations_TheLabel_Thumbs_AndQuestionsToGoOn()
    {
        JsonElement answer = await teams.Chat().SayAsync(Question);

        Assert.Contains($"{Answer}. [1]", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("m1", answer.GetProperty("replyToId").GetString());
        JsonElement label = Assert.Single(Entities(answer, "https://schema.org/Message"));
        Assert.Equal("Message", label.GetProperty("@type").GetString());
        Assert.Equal("", label.GetProperty("@id").GetString());
        Assert.Equal(
            "AIGeneratedContent",
            Assert.Single(label.GetProperty("additionalType").EnumerateArray()).GetString()
        );
        JsonElement first = label.GetProperty("citation")[0];
        Assert.Equal("Claim", first.GetProperty("@type").GetString());
        Assert.Equal(1, first.GetProperty("position").GetInt32());
        JsonElement appearance = first.GetProperty("appearance");
        Assert.Equal("The new harbour opens", appearance.GetProperty("name").GetString());
        Assert.StartsWith(Answer, appearance.GetProperty("abstract").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://news.example.org/harbour?a=1&b=2", appearance.GetProperty("url").GetString());
        Assert.Equal(
            "default",
            answer.GetProperty("channelData").GetProperty("feedbackLoop").GetProperty("type").GetString()
        );
        Assert.NotEmpty(answer.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray());
        int[] positions =
        [
            .. label.GetProperty("citation").EnumerateArray().Select(c => c.GetProperty("position").GetInt32()),
        ];
        Assert.All(
            positions,
            p => Assert.Contains($"[{p}]", answer.GetProperty("text").GetString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AnArticleWithoutAnAddress_IsCitedAtOurOwnPage()
    {
        JsonElement answer = await teams.Chat().SayAsync("When does the fish market open?");

        string? url = Entities(answer, "https://schema.org/Message")[0]
            .GetProperty("citation")[0]
            .GetProperty("appearance")
            .GetProperty("url")
            .GetString();
        Assert.StartsWith("https://bot.example.org/articles/undated?start=", url, StringComparison.Ordinal);
        using HttpResponseMessage page = await teams.Host.Client.GetAsync(new Uri(url!).PathAndQuery, Cancelled);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task AFootnoteMarkOfAnArticle_IsNoMarkOfACitation()
    {
        var folder = new CorpusFolder();
        folder.Write("library.txt", "The library of Grenmouth was built by the monk Ansgar in 1911.[1]");
        await using var own = new TeamsHost(folder);
        await own.InitializeAsync();

        JsonElement answer = await own.Chat().SayAsync("Who built the library of Grenmouth?");

        Assert.Equal(
            "The library of Grenmouth was built by the monk Ansgar in 1911.\\[1\\] [1]",
            answer.GetProperty("text").GetString()
        );
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task InGroups_AMentionIsTakenOff_AndTypingComesBeforeOneWholeMessage(string type)
    {
        TeamsChat chat = teams.Chat(type);
        JsonObject message = chat.Message($"<at>SummitBot</at> who cut a rope of <at>nettles</at>?");
        message["entities"] = new JsonArray(CreateMention(TeamsChat.Bot, "SummitBot"));

        JsonElement answer = await chat.SendAsync(message, 1);

        Assert.Contains(Answer, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(["typing", "message"], chat.Received.Select(r => r.Body.GetProperty("type").GetString()));
        Assert.All(chat.Received, r => Assert.Empty(Entities(r.Body, "streaminfo")));
        Assert.All(
            chat.Received,
            r => Assert.Contains(Uri.EscapeDataString(chat.Id), r.Target, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AMentionOfAnother_StaysInTheQuestion()
    {
        TeamsChat chat = teams.Chat("groupChat");
        JsonObject message = chat.Message("<at>SummitBot</at> is <at>Ada Quill</at> the mayor?");
        message["entities"] = new JsonArray(
            CreateMention(TeamsChat.Bot, "SummitBot"),
            CreateMention("29:ada", "Ada Quill")
        );

        await chat.SendAsync(message, 1);

        AnsweredTurn turn = await LastTurnAsync(chat);
        Assert.Equal("is Ada Quill the mayor?", turn.Answer.Question);
    }

    [Fact]
    public async Task TextInHtml_AndQuotedReplies_AreReadAsTheirWords()
    {
        TeamsChat chat = teams.Chat();
        await chat.SayAsync("<p>Who cut a rope&nbsp;of <b>nettles</b>?</p>");
        string inHtml = (await LastTurnAsync(chat)).Answer.Question;
        JsonObject reply = chat.Message("The lighthouse is closed. What did the harbour cost?");
        reply["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "text/html",
                ["content"] =
                    "<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\"><p>The lighthouse is closed.</p></blockquote><p>What did the harbour cost?</p>",
            }
        );
        await chat.SendAsync(reply, 2);

        Assert.Equal(Question, inHtml);
        Assert.Equal("What did the harbour cost?", (await LastTurnAsync(chat)).Answer.Question);
    }

    [Fact]
    public async Task Attachments_AreDeclined_AndTheQuestionBesideThemIsAnswered()
    {
        TeamsChat chat = teams.Chat();
        JsonObject message = chat.Message(Question);
        message["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://x/y.png" }
        );

        JsonElement answer = await chat.SendAsync(message, 2);

        Assert.Contains(
            "can't read attachments",
            chat.Messages[0].GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains(Answer, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEditedQuestion_IsAnsweredAgain()
    {
        TeamsChat chat = teams.Chat();
        await chat.SayAsync("Who retired?");
        JsonObject edit = chat.Activity("messageUpdate");
        edit["id"] = "m1";
        edit["text"] = Question;
        edit["channelData"] = new JsonObject { ["eventType"] = "editMessage" };

        JsonElement answer = await chat.SendAsync(edit, 2);

        Assert.Contains(Answer, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("command")]
    [InlineData("handoff")]
    [InlineData("somethingNew")]
    public async Task OtherActivities_AreTakenSilently(string type)
    {
        TeamsChat chat = teams.Chat();
        JsonObject activity = chat.Activity(type);
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });

        using HttpResponseMessage response = await chat.PostAsync(activity);
        await chat.SayAsync("/help");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Single(chat.Messages);
        if (type == "somethingNew")
        {
            Assert.Contains(
                teams.Host.Logs.Lines,
                l => l.Level == LogLevel.Information && l.Text.Contains("somethingNew", StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("/help", "`/sources`")]
    [InlineData("help", "`/article TITLE`")]
    [InlineData("/sources", "no sources yet")]
    [InlineData("/reset", "I refer to nothing")]
    [InlineData("/article lighthouse keeper", "retired from the Grenmouth lighthouse")]
    [InlineData("article Lighthouse keeper retires", "retired from the Grenmouth lighthouse")]
    public async Task Commands_AreTaken_WithAndWithoutSlash(string said, string expected)
    {
        JsonElement answer = await teams.Chat().SayAsync(said);

        Assert.Contains(expected, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_AreAnAdaptiveCard()
    {
        TeamsChat chat = teams.Chat();
        await chat.SayAsync(Question);

        JsonElement message = await chat.SayAsync("sources");

        JsonElement attachment = Assert.Single(message.GetProperty("attachments").EnumerateArray());
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        JsonElement card = attachment.GetProperty("content");
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        Assert.Contains("1. The new harbour opens", card.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Action.OpenUrl", card.GetProperty("actions")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task AFollowUp_RefersToTheTurnBefore_UntilAReset()
    {
        TeamsChat chat = teams.Chat();
        await chat.SayAsync("What did the harbour cost?");
        await chat.SayAsync("And who opened it?");
        // They are kept after they were shown.
        await teams.Host.UntilAsync(async () => (await RecentAsync(chat)).Count == 2);
        await chat.SayAsync("/reset");

        Assert.Empty(await RecentAsync(chat));
    }

    [Theory]
    [InlineData("de-DE", "/help", "Hilfe")]
    [InlineData("ar-SA", "/reset", "تم")]
    public async Task FixedPhrases_FollowTheLocale(string locale, string said, string expected)
    {
        JsonElement answer = await teams.Chat(locale: locale).SayAsync(said);

        Assert.Contains(expected, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RightToLeftText_Survives()
    {
        const string arabic = "من قطع حبل القراص؟ \u200Fعام 2021";
        TeamsChat chat = teams.Chat(locale: "ar-SA");

        JsonElement answer = await chat.SayAsync(arabic);

        Assert.Equal(arabic, (await LastTurnAsync(chat)).Answer.Question);
        Assert.NotEqual("", answer.GetProperty("text").GetString());
    }

    [Fact]
    public async Task AMarkUpInAQuestion_IsNotMarkUpInTheAnswer()
    {
        JsonElement answer = await teams
            .Chat()
            .SayAsync("article <img src=x onerror=alert(1)> [a](http://evil.example)");

        Assert.DoesNotContain("<img", answer.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("](http://evil", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpectReplies_HasTheAnswerInTheResponse_AndNothingAtTheChannel()
    {
        TeamsChat chat = teams.Chat();
        JsonObject message = chat.Message(Question);
        message["deliveryMode"] = "expectReplies";

        using HttpResponseMessage response = await chat.PostAsync(message);

        JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        JsonElement last = body.GetProperty("activities").EnumerateArray().Last();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(Answer, last.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(chat.Received);
    }

    [Fact]
    public async Task AnUnknownInvoke_IsNotImplemented()
    {
        TeamsChat chat = teams.Chat();
        JsonObject invoke = chat.Activity("invoke");
        invoke["name"] = "task/fetch";

        using HttpResponseMessage response = await chat.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    private async Task<IReadOnlyList<AnsweredTurn>> RecentAsync(TeamsChat chat) =>
        await teams
            .Host.Services.GetRequiredService<IConversationStore>()
            .RecentAsync(new ConversationKey("msteams", chat.Id), 10, Cancelled);

    /// <summary>It is kept after it was shown.</summary>
    private async Task<AnsweredTurn> LastTurnAsync(TeamsChat chat)
    {
        string? shown = chat.Messages[^1].GetProperty("replyToId").GetString();
        AnsweredTurn? last = null;
        await teams.Host.UntilAsync(async () =>
        {
            last = await RecentAsync(chat) is [.., var kept] ? kept : null;
            return last?.QuestionActivityId == shown;
        });
        return last!;
    }

    private static JsonObject CreateMention(string id, string name) =>
        new()
        {
            ["type"] = "mention",
            ["text"] = $"<at>{name}</at>",
            ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        };

    private static JsonElement[] Entities(JsonElement activity, string type) =>
        activity.TryGetProperty("entities", out JsonElement entities)
            ? [.. entities.EnumerateArray().Where(e => e.GetProperty("type").GetString() == type)]
            : [];
}
