using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Storage;

namespace SummitBot.Tests.Cli;

/// <summary><c>summitbot feedback</c> on a database that a web host has written.</summary>
public sealed class FeedbackCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Feedback_BeforeThereIsAny_SaysSo_AndMakesNoDatabase()
    {
        CliResult list = await _folder.RunAsync("feedback");
        CliResult json = await _folder.RunAsync("feedback", "--json");

        Assert.Equal((0, "", "There is no such feedback yet.\n"), (list.ExitCode, list.Output, list.Error));
        Assert.Equal("[]\n", json.Output);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, ".data")));
    }

    [Fact]
    public async Task Feedback_ListsWhatPeopleThinkOfTheAnswers()
    {
        await GiveAsync(Reaction.Like, null);
        await GiveAsync(Reaction.Dislike, "Which\trope? \u001b[31m");

        CliResult all = await _folder.RunAsync("feedback");
        CliResult disliked = await _folder.RunAsync("feedback", "--reaction", "dislike", "--json");
        CliResult later = await _folder.RunAsync("feedback", "--since", "2027-01-01");

        string[] lines = all.Output.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal(
            ["dislike", CliFolder.Question, "Which rope? [31m"],
            lines[0].Split('\t')[1..3].Append(lines[0].Split('\t')[4])
        );
        JsonElement item = Assert.Single(JsonSerializer.Deserialize<JsonElement[]>(disliked.Output)!);
        Assert.Equal("dislike", item.GetProperty("reaction").GetString());
        Assert.Equal("answered", item.GetProperty("outcome").GetString());
        Assert.Equal("harbour", item.GetProperty("articles")[0].GetString());
        Assert.Equal("There is no such feedback yet.\n", later.Error);
    }

    [Fact]
    public async Task AnExport_IsMeasuredByEval()
    {
        await GiveAsync(Reaction.Like, null);

        CliResult export = await _folder.RunAsync("feedback", "--export", "questions.jsonl");
        CliResult eval = await _folder.RunAsync("eval", "questions.jsonl", "--fail-below", "questions.rightAndCited=1");

        Assert.Equal("Wrote 1 questions of 1 feedbacks to questions.jsonl.\n", export.Output);
        Assert.True(eval.ExitCode == 0, eval.Error + eval.Output);
    }

    [Fact]
    public async Task Feedback_WithADamagedDatabase_SaysHowToFixIt()
    {
        _folder.Write(".data/summitbot.db", string.Concat(Enumerable.Repeat("no database ", 500)));

        CliResult result = await _folder.RunAsync("feedback");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is damaged: stop the program, move the file away", result.Error, StringComparison.Ordinal);
    }

    /// <summary>Asks by the command line, and keeps its answer and the feedback as the web host would.</summary>
    private async Task GiveAsync(Reaction reaction, string? comment)
    {
        CliResult answer = await _folder.RunAsync("ask", CliFolder.Question, "--json");
        await using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddSummitBotStorage(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([
                        new("SummitBot:Storage:Path", Path.Combine(_folder.Path, ".data", "summitbot.db")),
                    ])
                    .Build()
            )
            .BuildServiceProvider();
        var turn = new AnsweredTurn
        {
            Conversation = new ConversationKey("directline", $"conversation {reaction}"),
            UserId = "visitor",
            Answer = AnswerJson.Parse(answer.Output),
            AnswerActivityId = "answer",
            AskedAt = new DateTimeOffset(2026, 3, 1, 12, (int)reaction, 0, TimeSpan.Zero),
        };
        await services.GetRequiredService<IConversationStore>().AppendAsync(turn, Cancelled);
        await services
            .GetRequiredService<IFeedbackStore>()
            .SaveAsync(
                new AnswerFeedback
                {
                    Conversation = turn.Conversation,
                    AnswerActivityId = "answer",
                    UserId = "visitor",
                    Reaction = reaction,
                    Comment = comment,
                    GivenAt = turn.AskedAt,
                },
                Cancelled
            );
    }
}
