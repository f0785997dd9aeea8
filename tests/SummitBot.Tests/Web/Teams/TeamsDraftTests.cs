using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Teams;
using SummitBot.Core.Access;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Core.Suggestions;
using SummitBot.Language;
using SummitBot.Tests.Bot.Connector;
using SummitBot.Tests.Models;

namespace SummitBot.Tests.Web.Teams;

/// <summary>In groups and channels the extractive answer is sent at once, and the model's answer replaces it.</summary>
public sealed partial class TeamsDraftTests : IAsyncLifetime
{
    private const string Question = "Who cut a rope of nettles?";
    private const string ExtractiveWriter = "Mayor Ada Quill cut a rope of nettles.";
    private const string Worded = "Mayor Ada Quill quickly cut a rope of nettles.";

    private static readonly string WithoutModel = Phrases.For("en").WithoutModel;

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ModelServer _model = null!;
    private FakeChannel _channel = null!;
    private WebTestHost? _host;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private WebTestHost Host => _host ?? throw new InvalidOperationException("The test has not started its host.");

    public async ValueTask InitializeAsync()
    {
        _channel = await FakeChannel.StartAsync();
        _model = await ModelServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _written.TrySetResult();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await _model.DisposeAsync();
        await _channel.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task TheEmbeddedAnswer_IsSentAtOnce_AndTheModelsTakesItsPlace(string type)
    {
        TeamsChat chat = await AskAsync(type, ModelReplies.Text($"{Worded} [1]"));

        FakeChannel.Received draft = await MessageAsync(chat, 1);
        AssertIsWholeAnswer(draft, ExtractiveWriter);
        string id = await WorkIsShownAsync(chat);
        _written.SetResult();
        FakeChannel.Received whole = await MessageAsync(chat, 2);

        AssertIsWholeAnswer(whole, Worded);
        Assert.Contains($"> “{ExtractiveWriter}” [1]", whole.Text, StringComparison.Ordinal);
        AssertReplaces(id, whole);
        AnsweredTurn turn = await TurnAsync(chat);
        Assert.Equal((id, "m1"), (turn.AnswerActivityId, turn.QuestionActivityId));
        Assert.Equal((ModelServer.ModelName, $"{Worded} [1]"), (turn.Answer.Writer, turn.Answer.Text));
        Assert.Equal(2, GetMessages(chat).Count);
    }

    [Fact]
    public async Task AModelThatSaysWhatTheDraftSays_ChangesNothing()
    {
        TeamsChat chat = await AskAsync("groupChat", ModelReplies.Text($"{ExtractiveWriter} [1]"));
        string id = await WorkIsShownAsync(chat);
        _written.SetResult();

        AnsweredTurn turn = await TurnAsync(chat);

        Assert.Equal((id, ModelServer.ModelName), (turn.AnswerActivityId, turn.Answer.Writer));
        Assert.Single(GetMessages(chat));
    }

    [Fact]
    public async Task AModelThatFindsNoAnswer_PutsTheRefusalInTheDraftsPlace()
    {
        TeamsChat chat = await AskAsync("groupChat", ModelReplies.Text("NO_ANSWER"));
        string id = await WorkIsShownAsync(chat);
        _written.SetResult();

        FakeChannel.Received whole = await MessageAsync(chat, 2);

        Assert.StartsWith("The articles don't say.", whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", whole.Text, StringComparison.Ordinal);
        AssertReplaces(id, whole);
    }

    [Theory]
    [InlineData("down")]
    [InlineData("slow")]
    [InlineData("cut")]
    [InlineData("unsupported")]
    [InlineData("over budget")]
    public async Task AFailingModel_LeavesTheDraft_WithAQuietNote(string error)
    {
        ModelReply reply = error switch
        {
            "down" => ModelReplies.Status(404),
            "slow" => ModelReplies.Silence(),
            "cut" => ModelReplies.EndWithoutFinish($"{Worded} [1]\nThen"),
            "unsupported" => ModelReplies.Text("The emperor of Atlantis cut it. [1]"),
            _ => ModelReplies.Text($"{ExtractiveWriter} [1]"),
        };
        _written.SetResult();
        TeamsChat chat = await StartAsync("groupChat", reply, ("Model:ConversationRequests", "1"));
        if (error == "over budget")
        {
            await PostAsync(chat, chat.Message(Question));
            await TurnAsync(chat);
        }

        int before = GetMessages(chat).Count;
        JsonObject asked = chat.Message("Who cut the rope of nettles?");
        await PostAsync(chat, asked);
        await Host.UntilAsync(() =>
        {
            // The time limit of a silent model.
            Host.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(GetMessages(chat).Count == before + 2);
        });

        FakeChannel.Received draft = GetMessages(chat)[before];
        FakeChannel.Received whole = GetMessages(chat)[before + 1];
        string note = error == "cut" ? Phrases.For("en").ModelBrokeOff : WithoutModel;
        AssertIsWholeAnswer(draft, ExtractiveWriter, (string)asked["id"]!);
        AssertIsWholeAnswer(whole, ExtractiveWriter, (string)asked["id"]!);
        Assert.DoesNotContain(note, draft.Text, StringComparison.Ordinal);
        Assert.Contains($"_{note}_", whole.Text, StringComparison.Ordinal);
        Assert.Equal(("POST", "PUT"), (draft.Method, whole.Method));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(null)]
    public async Task AnUpdateThatTheChannelDoesNotTake_LeavesTheDraftAsTheOneAnswer(int? status)
    {
        _channel.OnUpdate = context =>
        {
            context.Response.StatusCode = status ?? 0;
            if (status is null)
            {
                context.Abort();
            }

            return Task.CompletedTask;
        };
        TeamsChat chat = await AskAsync("channel", ModelReplies.Text($"{Worded} [1]"));
        string id = await WorkIsShownAsync(chat);
        _written.SetResult();

        AnsweredTurn turn = await TurnAsync(chat);

        Assert.Equal((id, "embedded"), (turn.AnswerActivityId, turn.Answer.Writer));
        Assert.Single(GetMessages(chat), m => m.Method == "POST");
        string reason = status is { } code ? $"{(HttpStatusCode)code}" : "(null)";
        Assert.Contains(
            Host.Logs.Lines,
            l =>
                l.Level == LogLevel.Warning
                && l.Text.Contains("update of a draft", StringComparison.Ordinal)
                && l.Text.Contains(reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task ADraftThatTheChannelRefuses_IsFollowedByTheWholeAnswer()
    {
        _channel.NextAnswer(201); // the typing indicator
        _channel.NextAnswer(413);
        TeamsChat chat = await AskAsync("groupChat", ModelReplies.Text($"{Worded} [1]"));
        await MessageAsync(chat, 1);
        _written.SetResult();

        FakeChannel.Received whole = await MessageAsync(chat, 2);

        AssertIsWholeAnswer(whole, Worded);
        Assert.Equal("POST", whole.Method);
        AnsweredTurn turn = await TurnAsync(chat);
        Assert.Equal(ModelServer.ModelName, turn.Answer.Writer);
        Assert.NotNull(turn.AnswerActivityId);
    }

    [Fact]
    public async Task ADraftWithoutAResponse_DelaysNothing_AndTheWholeAnswerIsSent()
    {
        _channel.NextAnswer(201); // the typing indicator
        _channel.NextHangs();
        TeamsChat chat = await AskAsync("groupChat", ModelReplies.Text($"{Worded} [1]"));
        await MessageAsync(chat, 1);
        await Host.UntilAsync(() => Task.FromResult(_model.Requests.Count > 0));
        _written.SetResult();

        AnsweredTurn turn = await TurnAsync(chat);

        Assert.Equal(["POST", "POST"], GetMessages(chat).Select(m => m.Method));
        AssertIsWholeAnswer(GetMessages(chat)[1], Worded);
        Assert.NotNull(turn.AnswerActivityId);
    }

    [Fact]
    public async Task ADraftThatTheChannelGivesNoId_IsTheAnswer()
    {
        _channel.NextAnswer(201); // the typing indicator
        _channel.NextAnswer(201);
        TeamsChat chat = await AskAsync("groupChat", ModelReplies.Text($"{Worded} [1]"));
        await MessageAsync(chat, 1);
        _written.SetResult();

        AnsweredTurn turn = await TurnAsync(chat);

        Assert.Equal((null, "embedded"), (turn.AnswerActivityId, turn.Answer.Writer));
        Assert.Single(GetMessages(chat));
    }

    [Theory]
    [InlineData("the turn's time is over")]
    [InlineData("the host stops")]
    public async Task ATurnThatIsBrokenOff_EndsWithTheEmbeddedAnswer(string how)
    {
        TeamsChat chat = await AskAsync("channel", ModelReplies.Text($"{Worded} [1]"), ("Bot:TurnSeconds", "5"));
        string id = await WorkIsShownAsync(chat);

        if (how == "the host stops")
        {
            await Host.Services.GetRequiredService<IHost>().StopAsync(Cancelled);
        }
        else
        {
            Host.Time.Advance(TimeSpan.FromSeconds(5));
        }

        FakeChannel.Received whole = await MessageAsync(chat, 2);
        AssertIsWholeAnswer(whole, ExtractiveWriter);
        AssertReplaces(id, whole);
        Assert.Contains($"_{WithoutModel}_", whole.Text, StringComparison.Ordinal);
        if (how == "the host stops")
        {
            // The stopped host has closed its storage, and the next one can read it.
            await Host.DisposeAsync();
            _host = await WebTestHost.StartReadyAsync(_folder);
        }

        AnsweredTurn turn = await TurnAsync(chat);
        Assert.Equal((id, "embedded", "cutOff"), (turn.AnswerActivityId, turn.Answer.Writer, turn.Answer.ModelError));
        Assert.Equal(2, GetMessages(chat).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ASecondDelivery_IsNotAnsweredAgain(bool isBeforeTheUpdate)
    {
        TeamsChat chat = await StartAsync("groupChat", ModelReplies.Text($"{Worded} [1]"));
        JsonObject asked = chat.Message(Question);
        await PostAsync(chat, asked);
        await WorkIsShownAsync(chat);
        if (isBeforeTheUpdate)
        {
            await PostAsync(chat, asked);
        }

        _written.SetResult();
        await TurnAsync(chat);
        await PostAsync(chat, asked);
        // Activities of a conversation are processed in order: this reply comes after one to the second delivery.
        await PostAsync(chat, chat.Message("/reset"));
        await MessageAsync(chat, 3);

        Assert.Equal(["POST", "PUT", "POST"], GetMessages(chat).Select(m => m.Method));
        Assert.Single(_model.Requests);
    }

    [Fact]
    public async Task AThumbBelowTheDraft_CountsForTheAnswer()
    {
        TeamsChat chat = await AskAsync("groupChat", ModelReplies.Text($"{Worded} [1]"));
        string id = await WorkIsShownAsync(chat);
        JsonObject press = chat.Activity("invoke");
        press["name"] = "message/submitAction";
        press["replyToId"] = id;
        press["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "{}" },
        };

        using HttpResponseMessage response = await chat.PostAsync(press);
        _written.SetResult();
        await TurnAsync(chat);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        IFeedbackStore feedback = Host.Services.GetRequiredService<IFeedbackStore>();
        FeedbackItem item = Assert.Single(await feedback.ListAsync(new FeedbackFilter(), Cancelled));
        Assert.Equal(ModelServer.ModelName, item.Turn?.Answer.Writer);
    }

    [Fact]
    public async Task WhatIsSaidMeanwhile_WaitsForTheUpdate()
    {
        TeamsChat chat = await AskAsync("groupChat", ModelReplies.Text($"{Worded} [1]"));
        await WorkIsShownAsync(chat);
        await PostAsync(chat, chat.Message("/sources"));
        _written.SetResult();

        await MessageAsync(chat, 3);

        Assert.Equal(["POST", "PUT", "POST"], GetMessages(chat).Select(m => m.Method));
        Assert.Contains("AdaptiveCard", GetMessages(chat)[2].Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutDrafts_AGroupGetsTheModelsAnswerAlone()
    {
        TeamsChat chat = await AskAsync("groupChat", ModelReplies.Text($"{Worded} [1]"), ("Answering:Draft", "false"));
        _written.SetResult();

        AssertIsWholeAnswer(await MessageAsync(chat, 1), Worded);
        await TurnAsync(chat);
        Assert.Single(GetMessages(chat));
    }

    [Fact]
    public async Task ExpectReplies_HasTheModelsAnswerAlone()
    {
        _written.SetResult();
        TeamsChat chat = await StartAsync("groupChat", ModelReplies.Text($"{Worded} [1]"));
        JsonObject asked = chat.Message(Question);
        asked["deliveryMode"] = "expectReplies";

        using HttpResponseMessage response = await chat.PostAsync(asked);

        JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        JsonElement message = Assert.Single(
            body.GetProperty("activities").EnumerateArray(),
            a => a.GetProperty("type").ValueEquals("message")
        );
        Assert.StartsWith($"{Worded} [1]", message.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(chat.Received);
    }

    [Fact]
    public async Task WhereAPersonalChatHasNoStream_TheDraftIsUpdatedToo()
    {
        _channel.NextAnswer(201);
        _channel.NextAnswer(403, """{"error":{"code":"ContentStreamNotAllowed"}}""");
        TeamsChat chat = await AskAsync("personal", ModelReplies.Text($"{Worded} [1]"));
        await Host.UntilAsync(() =>
        {
            Host.Time.Advance(StreamedReply.QuickReply);
            return Task.FromResult(chat.Received.Count >= 2);
        });
        FakeChannel.Received draft = await MessageAsync(chat, 1);
        string id = await WorkIsShownAsync(chat);
        _written.SetResult();

        FakeChannel.Received whole = await MessageAsync(chat, 2);

        Assert.StartsWith($"{ExtractiveWriter} [1]", draft.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{Worded} [1]", whole.Text, StringComparison.Ordinal);
        AssertReplaces(id, whole);
        Assert.All([draft, whole], m => Assert.True(m.Body.TryGetProperty("suggestedActions", out _)));
    }

    /// <summary>Asks in a new conversation; the model replies on a signal.</summary>
    private async Task<TeamsChat> AskAsync(string type, ModelReply reply, params (string Key, string Value)[] settings)
    {
        TeamsChat chat = await StartAsync(type, reply, settings);
        await PostAsync(chat, chat.Message(Question));
        return chat;
    }

    private async Task<TeamsChat> StartAsync(
        string type,
        ModelReply reply,
        params (string Key, string Value)[] settings
    )
    {
        _model.Reply(ModelReplies.After(_written.Task, reply));
        Dictionary<string, string> all = _model.HostSettings();
        all["Answering:MaxSentences"] = "1";
        foreach ((string key, string value) in settings)
        {
            all[key] = value;
        }

        _host = await WebTestHost.StartReadyAsync(
            _folder,
            all,
            // Leaves no time for waiting after the time reserved for telling users.
            services => services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(5))
        );
        // An answer does not wait long for suggested questions, and the tests advance the time: these are found before.
        await _host
            .Services.GetRequiredService<IQuestionSuggester>()
            .SuggestAsync("en", 3, AccessScope.Public, TestContext.Current.CancellationToken);
        return new TeamsChat(_host, _channel, type);
    }

    private static async Task PostAsync(TeamsChat chat, JsonObject activity)
    {
        using HttpResponseMessage response = await chat.PostAsync(activity);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>Messages and their updates, in order.</summary>
    private static List<FakeChannel.Received> GetMessages(TeamsChat chat) =>
        [.. chat.Received.Where(r => r.Body.GetProperty("type").ValueEquals("message"))];

    private async Task<FakeChannel.Received> MessageAsync(TeamsChat chat, int number)
    {
        await Host.UntilAsync(() => Task.FromResult(GetMessages(chat).Count >= number));
        return GetMessages(chat)[number - 1];
    }

    /// <summary>Waits for the typing indicator after the draft, and for the model's request.</summary>
    /// <returns>The channel's id of the draft.</returns>
    private async Task<string> WorkIsShownAsync(TeamsChat chat)
    {
        await Host.UntilAsync(() =>
            Task.FromResult(
                chat.Received.Count > 2
                    && chat.Received[^1].Body.GetProperty("type").ValueEquals("typing")
                    && _model.Requests.Count > 0
            )
        );
        int number = chat.Received.ToList().FindIndex(r => r.Body.GetProperty("type").ValueEquals("message")) + 1;
        return $"sent-{number}";
    }

    /// <summary>The last stored turn, which is stored after it was shown; the clock advances meanwhile.</summary>
    private async Task<AnsweredTurn> TurnAsync(TeamsChat chat)
    {
        IConversationStore store = Host.Services.GetRequiredService<IConversationStore>();
        AnsweredTurn? turn = null;
        await Host.UntilAsync(async () =>
        {
            Host.Time.Advance(TimeSpan.FromMilliseconds(500));
            IReadOnlyList<AnsweredTurn> kept = await store.RecentAsync(
                new ConversationKey("msteams", chat.Id),
                10,
                Cancelled
            );
            turn = kept is [.., var last] ? last : null;
            return turn is not null;
        });
        return turn!;
    }

    private static void AssertReplaces(string id, FakeChannel.Received update)
    {
        Assert.Equal("PUT", update.Method);
        Assert.EndsWith($"/activities/{id}", update.Target, StringComparison.Ordinal);
        Assert.Equal(id, update.Body.GetProperty("id").GetString());
        Assert.Equal("m1", update.Body.GetProperty("replyToId").GetString());
    }

    /// <summary>
    /// Asserts that the first sentence has a citation, and that the label, the thumbs and the questions in the text are
    /// there, as a reply to the question.
    /// </summary>
    private static void AssertIsWholeAnswer(FakeChannel.Received message, string first, string asked = "m1")
    {
        JsonElement body = message.Body;
        Assert.StartsWith($"{first} [1]", message.Text, StringComparison.Ordinal);
        Assert.Contains(ChatPhrases.For("en").AlsoAsk, message.Text, StringComparison.Ordinal);
        Assert.Equal(asked, body.GetProperty("replyToId").GetString());
        Assert.False(body.TryGetProperty("suggestedActions", out _));
        JsonElement label = Assert.Single(body.GetProperty("entities").EnumerateArray());
        Assert.Equal("AIGeneratedContent", label.GetProperty("additionalType")[0].GetString());
        Assert.Equal(
            Marks().Matches(message.Text!).Select(m => m.Value).Distinct(),
            label.GetProperty("citation").EnumerateArray().Select(c => $"[{c.GetProperty("position").GetInt32()}]")
        );
        JsonElement loop = body.GetProperty("channelData").GetProperty("feedbackLoop");
        Assert.Equal("default", loop.GetProperty("type").GetString());
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
