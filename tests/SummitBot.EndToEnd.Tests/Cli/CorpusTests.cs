using System.Text.Json;

namespace SummitBot.EndToEnd.Tests.Cli;

public sealed class CorpusTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Index_WithAFileThatIsNoText_IndexesTheOthersAndExitsWith2()
    {
        _folder.Write("corpus/noise.txt", "\0\u0001\0\u0002\0\0\0");

        CliResult index = await _folder.RunAsync("index");
        CliResult ask = await _folder.RunAsync("ask", CliFolder.Question);

        Assert.Equal(2, index.ExitCode);
        Assert.Contains("Indexed 2 articles: 2 added", index.Output, StringComparison.Ordinal);
        Assert.Contains("1 file could not be read:\n- ", index.Error, StringComparison.Ordinal);
        Assert.Contains("noise.txt", index.Error, StringComparison.Ordinal);
        Assert.Equal(0, ask.ExitCode);
        Assert.Equal("1 file could not be read: run `summitbot index` for the reasons.\n", ask.Error);
    }

    [Fact]
    public async Task Index_AfterAChange_ReportsWhatChanged()
    {
        await _folder.RunAsync("index");
        _folder.Write("corpus/mill.md", "The mill of Lower Tarn burnt down in 1932, and nobody wept.\n");
        _folder.Write("corpus/new.md", "A new article about a bakery.\n");
        File.Delete(Path.Combine(_folder.Path, "corpus", "harbour.md"));

        CliResult result = await _folder.RunAsync("index");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("1 added, 1 replaced, 1 removed, 0 unchanged", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corpus_NamedOnce_IsUsedUntilAnotherIsNamed()
    {
        _folder.Write("other/bakery.md", "The bakery of Dunmoor sells rye bread.\n");
        await _folder.RunAsync("ask", "What does the bakery sell?", "--corpus", "other");

        JsonElement[] sources = [.. (await _folder.RunAsync("sources", "--json")).Json.EnumerateArray()];
        CliResult named = await _folder.RunAsync("sources", "--corpus", "corpus", "--corpus", "other");

        Assert.Equal("bakery", Assert.Single(sources).GetProperty("id").GetString());
        Assert.Equal(["bakery", "harbour", "mill"], named.Output.TrimEnd().Split('\n').Select(l => l.Split('\t')[0]));
    }

    [Fact]
    public async Task Ask_WhileAnotherProcessWrites_AnswersFromTheOldIndex()
    {
        await _folder.RunAsync("index");
        _folder.Write("corpus/new.md", "A new article about a bakery.\n");
        await using (new FileStream(LockFile(), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            CliResult ask = await _folder.RunAsync("ask", CliFolder.Question);
            CliResult index = await _folder.RunAsync("index");

            Assert.Equal(0, ask.ExitCode);
            Assert.Contains("Using the index as it was at", ask.Error, StringComparison.Ordinal);
            Assert.Contains("cut a rope of nettles", ask.Output, StringComparison.Ordinal);
            Assert.Equal(2, index.ExitCode);
        }

        Assert.Equal(0, (await _folder.RunAsync("index")).ExitCode);
    }

    [Fact]
    public async Task Show_OfAMistypedId_ExitsWith2AndSuggestsTheNearest()
    {
        CliResult article = await _folder.RunAsync("show", "harbor");
        CliResult passage = await _folder.RunAsync("show", "harbour#9");

        Assert.Equal(2, article.ExitCode);
        Assert.Contains("There is no article 'harbor': did you mean harbour?", article.Error, StringComparison.Ordinal);
        Assert.Equal(2, passage.ExitCode);
        Assert.Contains("harbour#1 to harbour#1", passage.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_OfAPassage_GivesItsText()
    {
        JsonElement article = (await _folder.RunAsync("show", "mill", "--json")).Json;
        JsonElement passage = (await _folder.RunAsync("show", "mill#1", "--json")).Json;

        Assert.Equal(
            article.GetProperty("text").GetString()![
                passage.GetProperty("start").GetInt32()..passage.GetProperty("end").GetInt32()
            ],
            passage.GetProperty("text").GetString()
        );
    }

    [Fact]
    public async Task Help_ShowsExamplesAndExitCodes()
    {
        CliResult root = await _folder.RunAsync("--help");
        CliResult ask = await _folder.RunAsync("ask", "--help");
        CliResult nothing = await _folder.RunAsync();

        Assert.Equal(0, root.ExitCode);
        Assert.Contains("Exit codes:", root.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:\n  summitbot ask ", ask.Output, StringComparison.Ordinal);
        Assert.Equal(2, nothing.ExitCode);
        Assert.Equal("", nothing.Output);
        Assert.Contains("Usage:", nothing.Error, StringComparison.Ordinal);
    }

    private string LockFile() => Path.Combine(_folder.Path, ".index", "write.lock");
}
