using System.Diagnostics;
using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class FindingFilesTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string[] Found(params string[] paths) => [.. _folder.Find(paths).Files.Select(f => f.RelativePath)];

    [Fact]
    public void Find_ListsTheFormatsWeRead_WhateverTheCaseOfTheExtension()
    {
        foreach (string name in (string[])["a.txt", "b.TEXT", "c.md", "d.Markdown", "e.HTML", "f.htm", "g.xhtml"])
        {
            _folder.Write(name, "x");
        }

        foreach (string name in (string[])["h.png", "i.doc", "j", "k.md.bak", "l.averyveryverylongextension"])
        {
            _folder.Write(name, "x");
        }

        Assert.Equal(["a.txt", "b.TEXT", "c.md", "d.Markdown", "e.HTML", "f.htm", "g.xhtml"], Found());
        Assert.Equal(
            ["h.png", "i.doc", "j", "k.md.bak", "l.averyveryverylongextension"],
            _folder.Find().Failures.Select(f => Path.GetFileName(f.Source)).Order(StringComparer.Ordinal)
        );
        Assert.All(_folder.Find().Failures, f => Assert.Equal(ArticleReadError.UnknownFormat, f.Error));
    }

    [Fact]
    public void Find_LeavesOutWhatIsToBeSkipped()
    {
        using var folder = new ArticleFolder(o => o.Skip = ["*.CSV", "drafts", "old/*.md"]);
        foreach (string name in (string[])["a.md", "b.csv", "drafts/c.md", "old/d.md", "old/e.txt", "new/old.md"])
        {
            folder.Write(name, "x");
        }

        ArticleFileListing listing = folder.Find();

        Assert.Equal(["a.md", "new/old.md", "old/e.txt"], listing.Files.Select(f => f.RelativePath));
        Assert.Empty(listing.Failures);
    }

    [Fact]
    public void Find_GoesIntoFolders_AndGivesPathsBelowTheOneThatWasNamed()
    {
        _folder.Write("2023/summit/Kim visit.md", "x");
        _folder.Write("2019/встреча.txt", "x");
        _folder.Write("北京.md", "x");

        Assert.Equal(["2019/встреча.txt", "2023/summit/Kim visit.md", "北京.md"], Found());
    }

    [Fact]
    public void Find_OrdersByFullPathOrdinally()
    {
        foreach (string name in (string[])["b.md", "B.md", "a/z.md", "a.md", "ä.md", "A/1.md"])
        {
            _folder.Write(name, "x");
        }

        string[] paths = [.. _folder.Find().Files.Select(f => f.Path)];

        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
        Assert.Equal(6, paths.Length);
    }

    [Fact]
    public void Find_LeavesOutHiddenFilesAndFolders_UnlessTheyAreNamed()
    {
        _folder.Write(".hidden.md", "x");
        _folder.Write(".git/notes.md", "x");
        _folder.Write("seen.md", "x");

        Assert.Equal(["seen.md"], Found());
        Assert.Equal(["notes.md"], Found(_folder.GetPath(".git")));
        Assert.Equal([".hidden.md"], Found(_folder.GetPath(".hidden.md")));
    }

    [Fact]
    public async Task AFileNamedItself_IsReadAsPlainText_WhateverItsExtension()
    {
        _folder.Write("notes.log", "The leaders met at the cosmodrome.");

        Article article = await _folder.ArticleAsync("notes.log");

        Assert.Equal("The leaders met at the cosmodrome.", article.Text);
    }

    [Fact]
    public void Find_ListsEachFileOnce_ByTheFirstPathThatLeadsToIt()
    {
        _folder.Write("sub/a.md", "x");
        string sub = _folder.GetPath("sub");

        Assert.Equal(["sub/a.md"], Found(_folder.Path, sub, _folder.GetPath("sub/a.md"), _folder.Path + "/"));
        Assert.Equal(["a.md"], Found(sub, _folder.Path));
    }

    [Fact]
    public void Find_GivesLengthAndTimeOfTheFile_AlsoThroughALink()
    {
        string path = _folder.Write("a.md", "12345");
        var time = new DateTime(2023, 9, 13, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, time);
        File.CreateSymbolicLink(_folder.GetPath("link.md"), path);

        Assert.All(_folder.Find().Files, f => Assert.Equal((5L, time), (f.Length, f.LastWritten)));
        Assert.Equal(["a.md", "link.md"], Found());
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("missing/deep.md")]
    [InlineData("")]
    [InlineData("nul\0character")]
    public void Find_FailsForAPathThatDoesNotExist_AndGoesOnWithTheOthers(string missing)
    {
        _folder.Write("a.md", "x");

        ArticleFileListing listing = _folder.Find(missing, _folder.Path);

        Assert.Equal(["a.md"], listing.Files.Select(f => f.RelativePath));
        ArticleReadFailure failure = Assert.Single(listing.Failures);
        Assert.Equal((missing, ArticleReadError.NotFound), (failure.Source, failure.Error));
        Assert.Equal(
            $"There is no file or folder '{missing}': check the path, or name the folder of your articles with --corpus.",
            failure.Reason
        );
    }

    [Fact]
    public void Find_InAFolderWithoutArticles_FindsNothing_AndNamesWhatIsThere()
    {
        string picture = _folder.Write("picture.png", "x");

        ArticleFileListing listing = _folder.Find();

        Assert.Empty(listing.Files);
        ArticleReadFailure failure = Assert.Single(listing.Failures);
        Assert.Equal((picture, true), (failure.Source, failure.IsLeftOut));
        Assert.Contains("--skip '*.png'", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ComesToAnEnd_WhenLinksRunInACircle()
    {
        _folder.Write("a/article.md", "x");
        Directory.CreateSymbolicLink(_folder.GetPath("a/loop"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.GetPath("a/self"), _folder.GetPath("a"));
        Directory.CreateSymbolicLink(_folder.GetPath("first"), _folder.GetPath("second"));
        Directory.CreateSymbolicLink(_folder.GetPath("second"), _folder.GetPath("first"));

        Assert.Equal(["a/article.md"], Found());
    }

    [Fact]
    public void Find_SkipsLinksThatLeadOutOfTheNamedPaths_AndSaysSo()
    {
        using var elsewhere = new ArticleFolder();
        elsewhere.Write("deep/article.md", "x");
        Directory.CreateSymbolicLink(_folder.GetPath("folder"), elsewhere.Path);
        Directory.CreateSymbolicLink(_folder.GetPath("up"), Path.GetDirectoryName(_folder.Path)!);
        File.CreateSymbolicLink(_folder.GetPath("passwd.txt"), "/etc/passwd");
        _folder.Write("a.md", "x");

        ArticleFileListing listing = _folder.Find();

        Assert.Equal(["a.md"], listing.Files.Select(f => f.RelativePath));
        Assert.Equal(
            ["folder", "passwd.txt", "up"],
            listing.Failures.Select(f => Path.GetFileName(f.Source)).Order(StringComparer.Ordinal)
        );
        Assert.All(listing.Failures, f => Assert.Equal(ArticleReadError.OutsideCorpus, f.Error));
        Assert.All(
            listing.Failures,
            f => Assert.Contains("SummitBot:Corpus:FollowLinksOutside", f.Reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Find_FollowsALinkToAnotherNamedPath()
    {
        using var elsewhere = new ArticleFolder();
        elsewhere.Write("deep/article.md", "x");
        Directory.CreateSymbolicLink(_folder.GetPath("linked"), elsewhere.Path);

        ArticleFileListing listing = _folder.Find(_folder.Path, elsewhere.Path);

        Assert.Equal(["deep/article.md"], listing.Files.Select(f => f.RelativePath));
        Assert.Empty(listing.Failures);
    }

    [Fact]
    public void Find_FollowsALinkThatIsNamedItself()
    {
        using var elsewhere = new ArticleFolder();
        elsewhere.Write("deep/article.md", "x");
        Directory.CreateSymbolicLink(_folder.GetPath("linked"), elsewhere.Path);

        Assert.Equal(["deep/article.md"], Found(_folder.GetPath("linked")));
    }

    [Fact]
    public void Find_FollowsALinkToAFolderElsewhere_WhenASettingAllowsIt()
    {
        using var elsewhere = new ArticleFolder();
        using var open = new ArticleFolder(o => o.FollowLinksOutside = true);
        elsewhere.Write("deep/article.md", "x");
        Directory.CreateSymbolicLink(open.GetPath("linked"), elsewhere.Path);

        Assert.Equal(["linked/deep/article.md"], open.Find().Files.Select(f => f.RelativePath));
    }

    [Fact]
    public async Task Find_FailsForAFolderThatCannotBeListed_AndGoesOnWithTheOthers()
    {
        // A name that is no UTF-8 cannot be opened from .NET, whoever runs the test.
        _folder.Write("a.md", "x");
        using var shell = Process.Start(
            new ProcessStartInfo("bash", ["-c", "mkdir $'bad\\xff'"]) { WorkingDirectory = _folder.Path }
        )!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        try
        {
            ArticleFileListing listing = _folder.Find();

            Assert.Equal(["a.md"], listing.Files.Select(f => f.RelativePath));
            ArticleReadFailure failure = Assert.Single(listing.Failures);
            Assert.Equal(ArticleReadError.Unreadable, failure.Error);
            Assert.StartsWith(_folder.GetPath("bad"), failure.Source, StringComparison.Ordinal);
            Assert.Contains("permissions", failure.Reason, StringComparison.Ordinal);
        }
        finally
        {
            using var cleaner = Process.Start(
                new ProcessStartInfo("bash", ["-c", "rmdir bad*"]) { WorkingDirectory = _folder.Path }
            )!;
            await cleaner.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void AFolderWithTheNameOfAnArticle_IsAFolder()
    {
        _folder.Write("x.txt/a.md", "x");

        Assert.Equal(["x.txt/a.md"], Found());
    }
}
