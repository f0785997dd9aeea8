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
    [InlineData(20_000, null)]
    [InlineData(20_001, "Line 1 has a turn of conversation of 20001 characters: shorten it to 20000 at most.")]
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
    [InlineData("""{"question": "Who?", "asOf": "yesterday"}""", "Line 7 cannot be asked: asOf must be a day")]
    [InlineData("""{"question": "Who?", "asOf": "2023-02-30"}""", "Line 7 cannot be asked: asOf must be a day")]
    [InlineData("""{"question": "Who?", "asOf": 2023}""", "Line 7 has an asOf that is not text")]
    public void Parse_WithADayThatIsNone_NamesTheLine(string line, string expected) =>
        Assert.StartsWith(expected, QuestionLineParser.Parse(line, 7, Defaults).Problem, StringComparison.Ordinal);
}
