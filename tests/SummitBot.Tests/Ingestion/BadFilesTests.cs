using System.Diagnostics;
using System.Text;
using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion;

public sealed class BadFilesTests : IDisposable
{
    private readonly ArticleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<ArticleReadResult> ReadPathAsync(string name) =>
        _folder.ReadOneAsync(new ArticleFile(_folder.GetPath(name), name, 1, DateTime.UnixEpoch));

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t\r\n \u00a0 \ufeff")]
    public async Task AFileWithoutText_IsEmpty(string text)
    {
        foreach (string name in (string[])["a.txt", "a.md", "a.html"])
        {
            _folder.Write(name, text);

            Assert.Equal(ArticleReadError.Empty, (await _folder.FailureAsync(name)).Error);
        }
    }

    [Theory]
    [InlineData("a.md", "---\ntitle: A title\n---\n")]
    [InlineData("a.md", "# Only a heading\n")]
    [InlineData("a.md", "![only a picture](a.png)")]
    [InlineData("a.md", "<!-- only a comment -->")]
    [InlineData("a.txt", "---\ntitle: A title\n---")]
    [InlineData("a.html", "<html><head><title>T</title></head><body><script>run()</script></body></html>")]
    public async Task AFileWhoseMarkupHoldsNoText_IsEmpty(string name, string text)
    {
        _folder.Write(name, text);

        ArticleReadFailure failure = await _folder.FailureAsync(name);

        Assert.Equal(ArticleReadError.Empty, failure.Error);
        Assert.Contains("fill the file", failure.Reason, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> BinaryFiles =>
        new()
        {
            { "PDF", "%PDF-1.7\n1 0 obj"u8.ToArray(), "PDF" },
            { "ZIP", "PK\u0003\u0004 and more"u8.ToArray(), "ZIP" },
            { "PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG" },
            { "JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0x41], "JPEG" },
            { "gzip", [0x1F, 0x8B, 0x08, 0x41, 0x41], "gzip" },
            { "RTF", "{\\rtf1 hello}"u8.ToArray(), "RTF" },
            { "zero bytes", "text with a \0 in it, and not UTF-16"u8.ToArray(), "binary" },
            { "control characters", [.. Enumerable.Range(0, 2_000).Select(i => (byte)(1 + (i * 7 % 255)))], "binary" },
            { "UTF-16 with odd zeros", [0x41, 0, 0, 0x41, 0, 0, 0, 0x42, 0, 0x41], "binary" },
        };

    [Theory]
    [MemberData(nameof(BinaryFiles))]
    public async Task ABinaryFileWithATextName_IsRefusedWithItsKind(string kind, byte[] bytes, string expected)
    {
        _folder.Write("a.txt", bytes);

        ArticleReadFailure failure = await _folder.FailureAsync("a.txt");

        Assert.True(failure.Error == ArticleReadError.Binary, kind);
        Assert.Contains(expected, failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOverTheLimit_IsRefusedWithoutReadingIt()
    {
        using (FileStream huge = File.Create(_folder.GetPath("huge.txt")))
        {
            // All holes; a reader that took it in would have no memory for it.
            huge.SetLength(100_000_000_000);
        }

        ArticleReadFailure failure = await _folder.FailureAsync("huge.txt");

        Assert.Equal(ArticleReadError.TooLarge, failure.Error);
        Assert.Equal(
            "The file has 100,000,000,000 bytes, the limit is 20,000,000: split the file, or raise SummitBot:Corpus:MaxFileBytes.",
            failure.Reason
        );
    }

    [Fact]
    public async Task TheLimitIsASetting()
    {
        using var small = new ArticleFolder(o => o.MaxFileBytes = 20);
        small.Write("fits.txt", "Twenty bytes, no mor");
        small.Write("too-large.txt", "Twenty bytes and one.");

        Assert.Equal("Twenty bytes, no mor", (await small.ArticleAsync("fits.txt")).Text);
        Assert.Equal(ArticleReadError.TooLarge, (await small.FailureAsync("too-large.txt")).Error);
    }

    [Fact]
    public async Task AFileThatIsGoneWhenItIsRead_IsNotFound()
    {
        string path = _folder.Write("a.txt", "text");
        ArticleFile file = Assert.Single(_folder.Find().Files);
        File.Delete(path);

        ArticleReadResult result = await _folder.ReadOneAsync(file);

        Assert.Equal(ArticleReadError.NotFound, result.Failure?.Error);
        Assert.Equal(path, result.Failure?.Source);
    }

    [Fact]
    public async Task ALinkToNothing_IsListedAndFails()
    {
        File.CreateSymbolicLink(_folder.GetPath("dangling.md"), _folder.GetPath("nothing"));
        ArticleFile file = Assert.Single(_folder.Find().Files);

        ArticleReadResult result = await _folder.ReadOneAsync(file);

        Assert.Equal(ArticleReadError.NotFound, result.Failure?.Error);
    }

    [Fact]
    public async Task ALinkToItself_Fails()
    {
        File.CreateSymbolicLink(_folder.GetPath("self.md"), _folder.GetPath("self.md"));

        ArticleReadResult result = await ReadPathAsync("self.md");

        Assert.Equal(ArticleReadError.Unreadable, result.Failure?.Error);
    }

    [Fact]
    public async Task AFolderInPlaceOfAFile_IsNoArticle()
    {
        Directory.CreateDirectory(_folder.GetPath("x.txt"));

        ArticleReadResult result = await ReadPathAsync("x.txt");

        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task APipe_DoesNotHang()
    {
        using var mkfifo = Process.Start("mkfifo", [_folder.GetPath("pipe.txt")])!;
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);

        Task<ArticleReadFailure> reading = _folder.FailureAsync("pipe.txt");
        ArticleReadFailure failure = await reading.WaitAsync(
            TimeSpan.FromSeconds(10),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(ArticleReadError.Empty, failure.Error);
    }

    [Fact]
    public async Task ADevice_DoesNotHang()
    {
        ArticleFile file = Assert.Single(_folder.Find("/dev/zero").Files);

        Task<ArticleReadResult> reading = _folder.ReadOneAsync(file);
        ArticleReadResult result = await reading.WaitAsync(
            TimeSpan.FromSeconds(10),
            TestContext.Current.CancellationToken
        );

        Assert.False(result.Succeeded);
    }

    [Theory]
    [InlineData("deep.md", ">", 20_000)]
    [InlineData("deep.html", "<div>", 50_000)]
    [InlineData("deep-raw.md", "<div>", 50_000)]
    [InlineData("deep-inline.html", "<b>", 50_000)]
    [InlineData("deep-emphasis.md", "*a **b ", 20_000)]
    [InlineData("deep-links.md", "[", 20_000)]
    public async Task MarkupThatNestsWithoutEnd_NeitherCrashesNorHangs(string name, string mark, int times)
    {
        _folder.Write(name, new StringBuilder().Insert(0, mark, times).Append("text").ToString());

        Task<ArticleReadResult> reading = Task.Run(
            () => _folder.ReadAsync(name),
            TestContext.Current.CancellationToken
        );
        ArticleReadResult result = await reading.WaitAsync(
            TimeSpan.FromSeconds(30),
            TestContext.Current.CancellationToken
        );

        Assert.True(
            result.Succeeded || result.Failure.Error is ArticleReadError.Malformed or ArticleReadError.TooComplex
        );
    }

    [Fact]
    public async Task FrontMatterThatNestsWithoutEnd_NeitherCrashesNorHangs()
    {
        _folder.Write("a.md", $"---\nsources: {new string('[', 50_000)}\n---\ntext");

        Assert.Equal(ArticleReadError.Malformed, (await _folder.FailureAsync("a.md")).Error);
    }

    [Theory]
    [InlineData("---.md")]
    [InlineData("!!!.txt")]
    public async Task AFileNameWithoutLetters_NeedsAnIdInFrontMatter(string name)
    {
        _folder.Write(name, "Some text.");

        ArticleReadFailure failure = await _folder.FailureAsync(name);

        Assert.Equal(ArticleReadError.Malformed, failure.Error);
        Assert.Contains("'id'", failure.Reason, StringComparison.Ordinal);
        Assert.Equal("named", (await _folder.ReadAsync(name, "---\nid: named\n---\nSome text.")).Id.Value);
    }

    [Fact]
    public async Task OnlyCancellationThrows()
    {
        _folder.Write("a.txt", "text");
        ArticleFile file = Assert.Single(_folder.Find().Files);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _folder.Reader.ReadAsync(file, new CancellationToken(canceled: true))
        );
    }
}
