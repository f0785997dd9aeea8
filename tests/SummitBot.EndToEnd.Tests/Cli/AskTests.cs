using System.Text.Json;

namespace SummitBot.EndToEnd.Tests.Cli;

public sealed class AskTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ask_OnAFreshFolder_MakesTheIndexAndAnswersWithTheSource()
    {
        CliResult first = await _folder.RunAsync("ask", CliFolder.Question);
        CliResult second = await _folder.RunAsync("ask", CliFolder.Question);

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("Indexed 2 articles: 2 added", first.Error, StringComparison.Ordinal);
        Assert.Contains("cut a rope of nettles", first.Output, StringComparison.Ordinal);
        Assert.Contains("[1] The harbour [red]opens[/]\n", first.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"    2021-05-04, {Path.Combine("corpus", "harbour.md")}\n",
            first.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(first.Output, second.Output);
        Assert.Equal("", second.Error);
    }

    [Fact]
    public async Task Ask_WhenPiped_IsPlainAndUnwrapped()
    {
        CliResult result = await _folder.RunAsync("ask", CliFolder.Question);

        Assert.DoesNotContain(CliFolder.Escape, result.Output + result.Error, StringComparison.Ordinal);
        Assert.Contains(
            "    \u201cMayor Ada Quill cut a rope of nettles at the \u201cold\u201d pier \U0001F6A2.\u201d\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Ask_AsJson_QuotesTheTextThatShowGives()
    {
        JsonElement answer = (await _folder.RunAsync("ask", "--json", CliFolder.Question)).Json;
        JsonElement citation = Assert.Single(answer.GetProperty("citations").EnumerateArray());
        JsonElement article = (
            await _folder.RunAsync("show", citation.GetProperty("articleId").GetString()!, "--json")
        ).Json;

        int start = citation.GetProperty("start").GetInt32();
        int end = citation.GetProperty("end").GetInt32();
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("id").ValueKind);
        Assert.Equal(article.GetProperty("text").GetString()![start..end], citation.GetProperty("quote").GetString());
        Assert.Contains(
            article.GetProperty("passages").EnumerateArray(),
            p => p.GetProperty("id").GetString() == citation.GetProperty("passageId").GetString()
        );
    }

    [Fact]
    public async Task Ask_AsJson_MarksTheShortAnswerInsideItsQuotation()
    {
        JsonElement answer = (await _folder.RunAsync("ask", "--json", CliFolder.Question)).Json;

        JsonElement citation = answer.GetProperty("citations")[0];
        JsonElement shortAnswer = answer.GetProperty("shortAnswer");
        int start = shortAnswer.GetProperty("start").GetInt32() - citation.GetProperty("start").GetInt32();
        int end = shortAnswer.GetProperty("end").GetInt32() - citation.GetProperty("start").GetInt32();
        Assert.Equal("Mayor Ada Quill", shortAnswer.GetProperty("text").GetString());
        Assert.Equal("Mayor Ada Quill", citation.GetProperty("quote").GetString()![start..end]);
    }

    [Fact]
    public async Task Ask_Explained_ShowsPassagesSentencesAndTheDecision()
    {
        CliResult text = await _folder.RunAsync("ask", "--explain", CliFolder.Question);
        CliResult json = await _folder.RunAsync("ask", "--explain", "--json", CliFolder.Question);

        Assert.Equal(0, text.ExitCode);
        Assert.Contains("Asks for: person\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("score\tpassage\tpublished\ttitle\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("score\tsentence\tlargest contributions\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("\nAnswered: the confidence reaches the threshold", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(CliFolder.Escape, text.Output, StringComparison.Ordinal);
        Assert.NotEmpty(
            json.Json.GetProperty("explain").GetProperty("trace").GetProperty("sentences").EnumerateArray()
        );
    }

    [Fact]
    public async Task Ask_WithoutAnAnswerInTheArticles_ExitsWith3()
    {
        CliResult result = await _folder.RunAsync("ask", "--json", "Xylophone quokkas?");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("notInCorpus", result.Json.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("Give a question", "ask")]
    [InlineData("not both", "ask", "--file", "x", "why?")]
    [InlineData("--max-sentences must be", "ask", "--max-sentences", "11", "why?")]
    [InlineData("question is empty", "ask", " ")]
    [InlineData("There is no option", "ask", "why?", "--jsno")]
    [InlineData("There is no option", "index", "--corpsu", "x")]
    [InlineData("There is no file 'none.jsonl'", "ask", "--file", "none.jsonl")]
    [InlineData("--corpus", "ask", "why?", "--corpus", "none")]
    [InlineData("Unrecognized", "chat", "--nonsense")]
    public async Task Usage_ThatIsWrong_ExitsWith2AndOneSentence(string part, params string[] arguments)
    {
        CliResult result = await _folder.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains(part, Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SummitBot__Answering__MaxSentences", "many", "SummitBot:Answering:MaxSentences")]
    [InlineData("SummitBot__Answering__MaxSentences", "99", "between 1 and 10")]
    [InlineData("SummitBot__Answerng__MaxSentences", "2", "Unknown setting SummitBot:Answerng")]
    public async Task Setting_ThatIsBad_ExitsWith2AndNamesIt(string name, string value, string part)
    {
        CliResult result = await _folder.RunAsync(["ask", CliFolder.Question], null, (name, value));
        CliResult verbose = await _folder.RunAsync(["ask", "why?", "--verbose"], null, (name, value));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(part, Assert.Single(result.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("\nat SummitBot.Cli.", verbose.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_WithGoodAndBadLines_GivesOneAnswerALineInOrderAndExitsWith2()
    {
        string tooLong = new('x', 2_001);
        string file = _folder.Write(
            "questions.jsonl",
            string.Join(
                '\n',
                $$"""{"id":"a","question":"{{CliFolder.Question}}","extra":1}""",
                "",
                "not json",
                """{"id":7,"question":"Until when did the mill grind barley?"}""",
                """{"id":"c"}""",
                """{"id":"d","question":"Who?","conversation":[{"role":"robot","text":"x"}]}""",
                $$"""{"id":"e","question":"{{tooLong}}"}""",
                """{"id":"f","question":"\ud800"}""",
                """{"id":"g","question":"And when?","conversation":[{"role":"user","text":"The mill?"}]}"""
            )
        );

        CliResult result = await _folder.RunAsync("ask", "--file", file, "--json");
        CliResult piped = await _folder.RunAsync(
            ["ask", "--file", "-", "--json"],
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
        );

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            ["a", null, "7", "c", "d", "e", "f", "g"],
            result.JsonLines.Select(l => l.GetProperty("id").GetString())
        );
        Assert.Equal(
            [false, true, false, true, true, true, true, false],
            result.JsonLines.Select(l => l.GetProperty("outcome").GetString() == "error")
        );
        Assert.Contains("Line 3 ", result.JsonLines[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            result.JsonLines.Select(l => l.GetProperty("text").GetString()),
            piped.JsonLines.Select(l => l.GetProperty("text").GetString())
        );
    }

    [Fact]
    public async Task Question_InOtherWordsThanTheArticles_IsAnsweredByItsMeaning()
    {
        string[] asked = ["ask", "Until which year was grain crushed into flour there?", "--json"];

        CliResult words = await _folder.RunAsync(asked);
        CliResult meaning = await _folder.RunAsync(asked, null, ("SummitBot__Embedding__Provider", "embedded"));

        Assert.DoesNotContain("1931", words.Output, StringComparison.Ordinal);
        Assert.Equal(0, meaning.ExitCode);
        Assert.Contains("ground barley until 1931. [1]", meaning.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_WithManyLines_KeepsTheirOrder()
    {
        const int count = 300;
        string lines = string.Join(
            '\n',
            Enumerable.Range(0, count).Select(i => $$"""{"id":{{i}},"question":"{{CliFolder.Question}}"}""")
        );

        CliResult result = await _folder.RunAsync(["ask", "--file", "-", "--json"], lines);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            Enumerable.Range(0, count).Select(i => $"{i}"),
            result.JsonLines.Select(l => l.GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task Output_ThatNobodyReads_EndsTheRunQuietly()
    {
        using var process = _folder.Start(["ask", "--file", "-", "--json"]);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string line = $$"""{"question":"{{CliFolder.Question}}"}""";
        await process.StandardInput.WriteLineAsync(line);
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        process.StandardOutput.Close();

        // Input stays open: only the closed output can end the run.
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.DoesNotContain("Exception", await error, StringComparison.Ordinal);
    }
}
