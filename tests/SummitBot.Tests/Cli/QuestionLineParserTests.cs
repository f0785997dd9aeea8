using SummitBot.Cli.Asking;
using SummitBot.Core.Questions;

namespace SummitBot.Tests.Cli;

public sealed class QuestionLineParserTests
{
    private static readonly Question Defaults = new("") { MaxSentences = 3, AsOf = new DateOnly(2020, 1, 2) };

    [Theory]
    [InlineData("""{"question": "Who?", "asOf": "2023-09-13"}""", "2023-09-13")]
    [InlineData("""{"question": "Who?", "asOf": null}""", "2020-01-02")]
    [InlineData("""{"question": "Who?"}""", "2020-01-02")]
    public void Parse_TakesTheLinesDay_ElseTheCommands(string line, string expected)
    {
        QuestionLine parsed = QuestionLineParser.Parse(line, 1, Defaults);

        Assert.Null(parsed.Problem);
        Assert.Equal("Who?", parsed.Question!.Text);
        Assert.Equal(3, parsed.Question.MaxSentences);
        Assert.Equal(expected, parsed.Question.AsOf?.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public void Parse_OfALineWithAProblem_KeepsTheQuestion()
    {
        QuestionLine parsed = QuestionLineParser.Parse("""{"question": "Who?", "asOf": "yesterday"}""", 1, Defaults);

        Assert.Null(parsed.Question);
        Assert.Equal("Who?", parsed.Text);
    }

    [Theory]
    [InlineData("\"q1\"", "q1")]
    [InlineData("17", "17")]
    [InlineData("1.50", "1.50")]
    public void Parse_TakesAnIdThatIsTextOrANumber(string id, string expected)
    {
        QuestionLine parsed = QuestionLineParser.Parse($$"""{"id": {{id}}, "question": "Who?"}""", 1, Defaults);

        Assert.Null(parsed.Problem);
        Assert.Equal(expected, parsed.Id);
    }

    [Fact]
    public void Parse_TakesTheOutcomeOfAnEarlierAnswer()
    {
        const string Turns = """
            [{"role": "user", "text": "What did he say?"},
             {"role": "assistant", "text": "Putin or Kim?", "outcome": "needsClarification"},
             {"role": "assistant", "text": "Nothing says so.", "outcome": "notInCorpus"},
             {"role": "assistant", "text": "They disagree: by train.", "statement": "by train."}]
            """;

        QuestionLine parsed = QuestionLineParser.Parse(
            $$"""{"question": "Kim", "explain": true, "conversation": {{Turns.ReplaceLineEndings("")}}}""",
            1,
            Defaults
        );

        Assert.True(parsed.Question!.Explain);
        Assert.Equal(
            [("What did he say?", false), (null, true), (null, false), ("by train.", false)],
            parsed.Question.Conversation.Select(t => (t.Statement, t.AsksBack))
        );
    }

    [Theory]
    [InlineData(20_000, null)]
    [InlineData(20_001, "Line 1: Turn 1 of the conversation has 20001 characters: shorten it to 20000 at most.")]
    public void Parse_RefusesATurnThatIsTooLong(int length, string? problem)
    {
        string turn = $$"""{"role": "user", "text": "{{new string('a', length)}}"}""";

        QuestionLine parsed = QuestionLineParser.Parse(
            $$"""{"question": "Who?", "conversation": [{{turn}}]}""",
            1,
            Defaults
        );

        Assert.Equal(problem, parsed.Problem);
    }

    [Fact]
    public void Parse_ReportsPropertiesThatItIgnores() =>
        Assert.Equal(
            ["asof", "answers"],
            QuestionLineParser
                .Parse("""{"question": "Who?", "asof": "2020-01-01", "answers": []}""", 1, Defaults)
                .Ignored
        );

    [Theory]
    [InlineData("""{"question": "Who?", "asOf": "yesterday"}""", "Line 7: asOf must be a day")]
    [InlineData("""{"question": "Who?", "asOf": "2023-02-30"}""", "Line 7: asOf must be a day")]
    [InlineData("""{"question": "Who?", "asOf": 2023}""", "Line 7 has a value that does not belong there, asOf:")]
    [InlineData(
        """{"question": "Who?", "conversation": [{"role": 1}]}""",
        "Line 7 has a value that does not belong there, conversation[0].role:"
    )]
    [InlineData("""{"question": "\ud800"}""", "Line 7 holds an escape that is no character")]
    [InlineData("""{"question": "Who?" """, "Line 7 is no valid JSON")]
    public void Parse_WithAValueThatIsNone_NamesTheLine(string line, string expected) =>
        Assert.StartsWith(expected, QuestionLineParser.Parse(line, 7, Defaults).Problem, StringComparison.Ordinal);
}
