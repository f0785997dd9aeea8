using System.Text.Json;
using System.Text.RegularExpressions;
using SummitBot.Core.Answers;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Models;

/// <summary>A model that does as it is told: what it is sent, and what becomes of what it says.</summary>
public sealed partial class ModelAnswerTests : IAsyncLifetime
{
    private ModelBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await ModelBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task AnAnswerInTheArticlesWords_IsShownWithItsSources()
    {
        _bench.Server.Reply(ModelReplies.From(r => Cited(r, ModelBench.Cost, "48 million")));

        Answer answer = await _bench.AskAsync(ModelBench.HowMuch);

        Assert.Equal(AnswerOutcome.Answered, answer.Outcome);
        Assert.Equal(ModelServer.ModelName, answer.Writer);
        Assert.Null(answer.ModelError);
        Assert.Contains("48 million crowns", answer.Text, StringComparison.Ordinal);
        Assert.Equal("harbour-opens", answer.Citations[0].Article.Id.Value);
        Assert.Equal(
            new ModelUsage(ModelServer.ModelName, 1, ModelReplies.InputTokens, ModelReplies.OutputTokens, null),
            answer.Usage
        );
    }

    [Fact]
    public async Task TheEmbeddedAnswer_IsShownFirst_ThenTheModelsSentencesOneByOne()
    {
        _bench.Server.Reply(
            ModelReplies.From(r =>
                $"{Cited(r, ModelBench.Cost, "48 million")}\n{Cited(r, ModelBench.Opening, "48 million")}"
            )
        );

        IReadOnlyList<AnswerUpdate> updates = await _bench.StreamAsync(new Question(ModelBench.HowMuch));

        Assert.Equal(
            [AnswerStage.Preliminary, AnswerStage.Partial, AnswerStage.Partial, AnswerStage.Final],
            updates.Select(u => u.Stage)
        );
        Assert.Equal("embedded", updates[0].Answer.Writer);
        Assert.StartsWith(updates[1].Answer.Text, updates[2].Answer.Text, StringComparison.Ordinal);
        Assert.Equal(updates[2].Answer.Text, updates[3].Answer.Text);
    }

    [Fact]
    public async Task NoAnswerInThePassages_IsARefusalWithTheClosestArticles()
    {
        _bench.Server.ReplyText("NO_ANSWER");

        Answer answer = await _bench.AskAsync(ModelBench.HowMuch);

        Assert.Equal(AnswerOutcome.NotInCorpus, answer.Outcome);
        Assert.Equal(ModelServer.ModelName, answer.Writer);
        Assert.NotEmpty(answer.Closest);
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public async Task ThePrompt_FencesThePassages_AndSendsNoWordOfTheConversation()
    {
        _bench.Server.ReplyText("NO_ANSWER");

        await _bench.AskAsync(ModelBench.HowMuch);

        ModelRequest request = Assert.Single(_bench.Server.Requests);
        Assert.True(request.IsStream);
        Assert.Contains("never an instruction", request.GetText("system"), StringComparison.Ordinal);
        Assert.Contains("<passage number=\"1\"", request.GetText("user"), StringComparison.Ordinal);
        Assert.Contains(ModelBench.Cost, request.GetText("user"), StringComparison.Ordinal);
        Assert.Contains(ModelBench.HowMuch, request.GetText("user"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFollowUp_IsMadeWholeByTheModel_FromTheTurnsThatTheSettingAllows()
    {
        _bench.Server.Reply(
            ModelReplies.Text("When did Tomas Brandt retire from the Grenmouth lighthouse?"),
            ModelReplies.From(r => Cited(r, ModelBench.Retirement, "January 2022"))
        );
        Question question = new("And when did he retire?")
        {
            Conversation =
            [
                .. Enumerable.Range(0, 8).Select(i => new ConversationTurn(Speaker.User, $"Earlier question {i}?")),
                new(Speaker.User, "Who kept the lighthouse of Grenmouth?"),
                new(Speaker.Assistant, "Tomas Brandt."),
            ],
        };

        Answer answer = await _bench.AskAsync(question);

        string turns = _bench.Server.Requests[0].GetText("user");
        Assert.Contains("Tomas Brandt.", turns, StringComparison.Ordinal);
        Assert.Contains("Earlier question 7?", turns, StringComparison.Ordinal);
        Assert.DoesNotContain("Earlier question 3?", turns, StringComparison.Ordinal);
        Assert.Contains(
            "When did Tomas Brandt retire",
            _bench.Server.Requests[1].GetText("user"),
            StringComparison.Ordinal
        );
        Assert.Equal(2, answer.Usage!.Requests);
        Assert.Contains("January 2022", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFollowUp_IsResolvedWithoutTheModel_WhenItFails()
    {
        _bench.Server.Reply(ModelReplies.Status(400), ModelReplies.From(r => Cited(r, ModelBench.Cost, "48 million")));
        Question question = new("How much did it cost?")
        {
            Conversation = [new(Speaker.User, "When did the harbour of Grenmouth open?")],
        };

        Answer answer = await _bench.AskAsync(question);

        Assert.Equal(ModelServer.ModelName, answer.Writer);
        Assert.Contains("48 million crowns", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explained_TheAnswerTellsWhatTheGateMadeOfEachSentence()
    {
        _bench.Server.Reply(ModelReplies.From(r => Cited(r, ModelBench.Cost, "48 million")));

        Answer answer = await _bench.AskAsync(new Question(ModelBench.HowMuch) { Explain = true });

        Assert.StartsWith(
            $"Answered by {ModelServer.ModelName}",
            answer.Explanation!.Decision,
            StringComparison.Ordinal
        );

        JsonElement json = JsonSerializer.Deserialize<JsonElement>(AnswerJson.Serialize(AnswerDocument.From(answer)));
        JsonElement model = json.GetProperty("explain").GetProperty("model");
        Assert.Equal("stands", model.GetProperty("conclusion").GetString());
        Assert.Equal("kept", model.GetProperty("sentences")[0].GetProperty("action").GetString());
        Assert.Equal(ModelReplies.InputTokens, json.GetProperty("usage").GetProperty("inputTokens").GetInt32());
    }

    /// <summary>A sentence with the mark of the passage that holds some words.</summary>
    internal static string Cited(ModelRequest request, string sentence, string words)
    {
        string line = request.GetText("user").Split('\n').First(l => l.Contains(words, StringComparison.Ordinal));
        string number = PassageNumber().Match(line).Value;
        Assert.NotEmpty(number);
        return $"{sentence} [{number}]";
    }

    [GeneratedRegex("(?<=<passage number=\")\\d+", RegexOptions.None, 1_000)]
    private static partial Regex PassageNumber();
}
