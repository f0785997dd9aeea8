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
    public async Task AnotherCorpus_HasAnIndexOfItsOwn_AndLeavesTheSettingsOneAlone()
    {
        _folder.Write("other/bakery.md", "The bakery of Dunmoor sells rye bread.\n");
        await _folder.RunAsync("index");

        CliResult other = await _folder.RunAsync("index", "other");
        CliResult again = await _folder.RunAsync("ask", "What does the bakery sell?", "--corpus", "other");
        CliResult own = await _folder.RunAsync("index");

        Assert.Equal(0, other.ExitCode);
        Assert.Contains(
            $"The index of this corpus is {Path.Combine(_folder.Path, ".index.other-")}",
            other.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("rye bread", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("added", again.Error, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 replaced, 0 removed, 2 unchanged", own.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(_folder.Path, ".index.other-*"));
    }

    [Fact]
    public async Task TheSettingsCorpus_NamedOnTheCommandLine_IsTheSettingsIndex()
    {
        await _folder.RunAsync("index");

        CliResult named = await _folder.RunAsync("index", "--corpus", Path.Combine(_folder.Path, "corpus"));

        Assert.Contains("2 unchanged", named.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_folder.Path, ".index.corpus*"));
    }

    [Fact]
    public async Task ADryRun_NamesWhatWouldChange_AndChangesNothing()
    {
        await _folder.RunAsync("index");
        _folder.Write("corpus/mill.md", "The mill of Lower Tarn burnt down in 1932.\n");
        _folder.Write("corpus/new.md", "A new article about a bakery.\n");
        File.Delete(Path.Combine(_folder.Path, "corpus", "harbour.md"));

        CliResult dry = await _folder.RunAsync("index", "--dry-run");
        CliResult index = await _folder.RunAsync("index");

        Assert.Equal(0, dry.ExitCode);
        Assert.Equal(
            ["- harbour", "~ mill", "+ new"],
            dry.Output.Split('\n').Where(l => l.Contains('\t', StringComparison.Ordinal)).Select(l => l.Split('\t')[0])
        );
        Assert.Contains("Nothing was changed.", dry.Output, StringComparison.Ordinal);
        Assert.Contains("1 added, 1 replaced, 1 removed, 0 unchanged", index.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenMostArticlesWouldLeave_NothingIsChanged_WithoutYes()
    {
        await _folder.RunAsync("index");
        File.Delete(Path.Combine(_folder.Path, "corpus", "harbour.md"));
        File.Delete(Path.Combine(_folder.Path, "corpus", "mill.md"));
        _folder.Write("corpus/new.md", "A new article about a bakery.\n");

        CliResult refused = await _folder.RunAsync("index");
        CliResult confirmed = await _folder.RunAsync("index", "--yes");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("2 of 2 articles would be removed from the index", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--yes", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, confirmed.ExitCode);
        Assert.Contains("1 added, 0 replaced, 2 removed", confirmed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoArticle_IsNamed_AndSkippedOnRequest_AndNothingButThatExitsWith2()
    {
        _folder.Write("corpus/logo.png", "x");
        _folder.Write("corpus/draft.md", "---\ndraft: true\n---\nNot yet.\n");
        _folder.Write("pictures/logo.png", "x");

        CliResult index = await _folder.RunAsync("index");
        CliResult skipped = await _folder.RunAsync("index", "--skip", "*.png", "--skip", "draft.md");
        CliResult ask = await _folder.RunAsync("ask", CliFolder.Question);
        CliResult nothing = await _folder.RunAsync("index", "pictures");

        Assert.Equal(0, index.ExitCode);
        Assert.Contains("2 files were left out:\n- ", index.Error, StringComparison.Ordinal);
        Assert.Contains("logo.png: Files of the kind .png are not read", index.Error, StringComparison.Ordinal);
        Assert.Contains("draft.md: It is marked as a draft", index.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", skipped.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", ask.Error, StringComparison.Ordinal);
        Assert.Equal(2, nothing.ExitCode);
        Assert.Contains("1 file was left out", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACorpusOfANamedIndex_IsUsedUntilAnotherIsNamed()
    {
        _folder.Write("other/bakery.md", "The bakery of Dunmoor sells rye bread.\n");
        string[] index = ["--index", "own"];
        await _folder.RunAsync(["ask", "What does the bakery sell?", "--corpus", "other", .. index], input: null);

        JsonElement[] sources =
        [
            .. (await _folder.RunAsync(["sources", "--json", .. index], input: null)).Json.EnumerateArray(),
        ];
        CliResult named = await _folder.RunAsync(
            ["sources", "--corpus", "corpus", "--corpus", "other", .. index],
            input: null
        );

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
