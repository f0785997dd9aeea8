using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Articles;
using SummitBot.Ingestion;
using SummitBot.Language;
using SummitBot.Language.Sentences;
using SummitBot.Tests.Ingestion.Formats;

namespace SummitBot.Tests.Ingestion;

/// <summary>The time and memory for any file are bounded.</summary>
public sealed class BoundedReadingTests : IDisposable
{
    /// <summary>Reading takes milliseconds; the errors that this detects take minutes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Long enough that a second reading would have begun.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly ArticleFolder _folder = new();

    public static TheoryData<string, int> HostileFiles =>
        new(HostileFile.Formats.SelectMany(format => Enumerable.Range(0, 25).Select(seed => (format, seed))));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public async Task AHostileFile_IsReadOrRefused_InBoundedTime(string format, int seed)
    {
        HostileFile file = HostileFile.Create(format, 40_000, seed);
        _folder.Write(file.Name, file.Content);

        IReadOnlyList<ArticleReadResult> results = await ReadAllInTimeAsync(file.Name);

        Assert.NotEmpty(results);
        Assert.All(results, r => Assert.True(r.Succeeded || r.Failure.Error != ArticleReadError.TooSlow, file.Recipe));
        Assert.All(results.Select(r => r.Article).OfType<Article>(), ArticleFolder.AssertKeepsItsPromises);
    }

    [Theory]
    [InlineData("a.html", "a<br>", 200_000)]
    [InlineData("a.html", "<a href=x>a", 200_000)]
    [InlineData("a.html", "<i><p>", 200_000)]
    [InlineData("a.html", "<p>a", 400_000)]
    [InlineData("a.html", "<table><tr><td>a", 400_000)]
    [InlineData("a.html", "<meta name=a content=b>", 400_000)]
    [InlineData("a.md", "[a](", 400_000)]
    [InlineData("a.md", "<? ", 400_000)]
    [InlineData("a.md", "<!-- ", 400_000)]
    [InlineData("a.md", "- ", 3_000_000)]
    [InlineData("a.md", "> ", 3_000_000)]
    [InlineData("a.txt", ".[1", 3_000_000)]
    [InlineData("a.csv", "\"a\"b,", 400_000)]
    [InlineData("a.csv", "\"a\"b,c\n", 3_000_000)]
    public async Task MarkupThatWasSlow_IsReadOrRefused_InBoundedTime(string name, string unit, int length)
    {
        _folder.Write(name, string.Concat(Enumerable.Repeat(unit, length / unit.Length)));

        ArticleReadResult result = await ReadInTimeAsync(name);

        Assert.NotEqual(ArticleReadError.TooSlow, result.Failure?.Error);
    }

    [Theory]
    [InlineData("a.html", "<p>a", "a,a,a,")]
    [InlineData("a.html", "a<br>", "a,a,a,")]
    [InlineData("a.txt", "Stop.[1", "Stop.[1Stop.[1")]
    public async Task AFileOfManyParts_KeepsItsText(string name, string unit, string expected)
    {
        Article article = await _folder.ReadAsync(name, string.Concat(Enumerable.Repeat(unit, 20_000)));

        Assert.StartsWith(expected, article.Text.Replace('\n', ','), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATableOfVeryManyColumns_IsRefused_AndAnOrdinaryLargeOneIsNot()
    {
        string row = string.Concat(Enumerable.Repeat("|a", 200_000));
        _folder.Write("wide.md", $"{row}\n{row.Replace('a', '-')}\n{row}\n");
        string cells = string.Concat(Enumerable.Repeat("| cell 123 ", 10));
        string rule = string.Concat(Enumerable.Repeat("|-", 10));
        string rows = string.Concat(Enumerable.Repeat($"{cells}|\n", 10_000));

        ArticleReadFailure failure = await _folder.FailureAsync("wide.md");
        Article large = await _folder.ReadAsync("large.md", $"{cells}|\n{rule}|\n{rows}");

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
        Assert.Contains("split the file", failure.Reason, StringComparison.Ordinal);
        Assert.Equal(10_000, large.Text.Split('\n').Length);
    }

    [Fact]
    public async Task APageOfVeryManyElements_IsRefused()
    {
        _folder.Write("a.html", string.Concat(Enumerable.Repeat("<p>a", 150_000)));

        ArticleReadFailure failure = await _folder.FailureAsync("a.html");

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
        Assert.Contains("split it", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.html", "<pre>", "a\n", 600_000)]
    [InlineData("a.md", "", "+---", 150_000)]
    [InlineData("a.json", "{\"text\":\"<pre>", "a\\n", 600_000)]
    public async Task AFileOfVeryManyLines_IsRefused(string name, string start, string unit, int count)
    {
        _folder.Write(name, start + string.Concat(Enumerable.Repeat(unit, count)) + (start.Contains('{') ? "\"}" : ""));

        ArticleReadFailure failure = await _folder.FailureAsync(name);

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
    }

    [Theory]
    [InlineData("a.eml", "", "Subject: ", "=?utf-8?q?a?= ")]
    [InlineData("a.eml", "", "From: ", "<")]
    [InlineData("a.mbox", "From a\n", "From: ", "(")]
    public async Task AMailOfVeryLongHeaders_IsRefused(string name, string start, string header, string unit)
    {
        _folder.Write(name, $"{start}{header}{string.Concat(Enumerable.Repeat(unit, 300_000))}\n\nSome text.\n");

        ArticleReadFailure failure = await _folder.FailureAsync(name);

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
        Assert.Contains("headers", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "A: b\n", "\n\nSome text.\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\n\n", "--x\n\na\n", "--x--\n")]
    public async Task AMailOfVeryManyHeadersOrParts_IsRefused(string start, string unit, string end)
    {
        _folder.Write("a.eml", start + string.Concat(Enumerable.Repeat(unit, 25_000)) + end);

        ArticleReadFailure failure = await _folder.FailureAsync("a.eml");

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
        Assert.Contains("headers and parts", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMailbox_MayHaveMoreHeadersThanAMail()
    {
        string headers = string.Concat(Enumerable.Repeat("A: b\n", 1_000));
        _folder.Write(
            "a.mbox",
            string.Concat(Enumerable.Range(0, 25).Select(i => $"From a\nMessage-Id: <{i}@b>\n{headers}\nText {i}.\n\n"))
        );

        IReadOnlyList<ArticleReadResult> results = await ReadAllInTimeAsync("a.mbox");

        Assert.Equal(25, results.Count(r => r.Succeeded));
    }

    [Theory]
    [InlineData("q ", 11_000)]
    [InlineData("n ", 4_000_000)]
    [InlineData("(a)'", 1_500_000)]
    public async Task APdfPageOfVeryManyOperations_IsRefused(string unit, int count)
    {
        string drawing = string.Concat(Enumerable.Repeat(unit, count));
        _folder.Write("a.pdf", Samples.PdfPage($"BT /F1 12 Tf 50 700 Td (Some text.) Tj ET {drawing}"));

        ArticleReadResult result = await ReadInTimeAsync("a.pdf");

        Assert.Contains("pages could be read", result.Failure?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APdfPageOfADetailedMap_IsRead()
    {
        string map = string.Concat(Enumerable.Repeat("q 100.25 200.5 m 101.75 203.5 l S Q\n", 100_000));
        _folder.Write("a.pdf", Samples.PdfPage($"{map} BT /F1 12 Tf 50 700 Td (Some text.) Tj ET"));

        ArticleReadResult result = await ReadInTimeAsync("a.pdf");

        Assert.Equal("Some text.", result.Article?.Text);
    }

    [Theory]
    [InlineData("a.docx", "<w:p><w:r><w:t>#</w:t></w:r></w:p>")]
    [InlineData("a.docx", "<w:p><w:r><w:t><![CDATA[#]]></w:t></w:r></w:p>")]
    [InlineData("a.odt", "<text:p>#</text:p>")]
    public async Task AParagraphOfMillionsOfCharacters_IsRefused(string name, string paragraph)
    {
        string xml = paragraph.Replace(
            "#",
            string.Concat(Enumerable.Repeat("some text ", 450_000)),
            StringComparison.Ordinal
        );
        _folder.Write(name, name == "a.odt" ? Samples.OpenDocument(xml) : Samples.Word(xml));

        ArticleReadFailure failure = await _folder.FailureAsync(name);

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
        Assert.Contains("paragraph", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.docx", "<w:p><w:r><w:t>#</w:t></w:r></w:p>")]
    [InlineData("a.odt", "<text:p>#</text:p>")]
    public async Task ASmallDocumentOfVeryMuchText_IsRefused(string name, string paragraph)
    {
        string text = string.Concat(Enumerable.Repeat("some text ", 1_000));
        string xml = string.Concat(Enumerable.Repeat(paragraph.Replace("#", text, StringComparison.Ordinal), 1_000));
        _folder.Write(name, name == "a.odt" ? Samples.OpenDocument(xml) : Samples.Word(xml));

        ArticleReadFailure failure = await _folder.FailureAsync(name);

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
        Assert.Contains("split the file", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RepeatedSpacesOfAnOpenDocument_AreOne()
    {
        string spaces = string.Concat(Enumerable.Repeat("<text:s text:c='99999999'/>", 100_000));
        _folder.Write("a.odt", Samples.OpenDocument($"<text:p>Some{spaces}text.</text:p>"));

        Assert.Equal("By Ada Quill\nSome text.", (await ReadInTimeAsync("a.odt")).Article?.Text);
    }

    [Fact]
    public async Task ACellOfVeryManyRuns_IsReadInTimeThatGrowsWithItsLength()
    {
        string runs = string.Concat(Enumerable.Repeat("<t>a b </t>", 240_000));
        _folder.Write(
            "a.xlsx",
            Samples.Workbook(
                $"<worksheet><sheetData><row><c t='inlineStr'><is>{runs}</is></c></row></sheetData></worksheet>"
            )
        );

        Article? article = (await ReadInTimeAsync("a.xlsx")).Article;

        Assert.Contains("a b a b a b", article?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<worksheet><sheetData><row><c t='inlineStr'><is><t>#</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c><v>#</v></c></row></sheetData></worksheet>")]
    public async Task ACellOfMillionsOfCharacters_IsRefused(string sheet)
    {
        string text = string.Concat(Enumerable.Repeat("text ", 4_000_000));
        _folder.Write("a.xlsx", Samples.Workbook(sheet.Replace("#", text, StringComparison.Ordinal)));

        ArticleReadFailure failure = await _folder.FailureAsync("a.xlsx");

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
    }

    [Theory]
    [InlineData("a.json", "[", "1,", "1]", 2_000_001)]
    [InlineData("a.json", "{", "\"a\":1,", "\"text\":\"b\"}", 1_000_001)]
    public async Task AJsonFileOfVeryManyValues_IsRefused(string name, string start, string unit, string end, int count)
    {
        _folder.Write(name, start + string.Concat(Enumerable.Repeat(unit, count)) + end);

        ArticleReadFailure failure = await _folder.FailureAsync(name);

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
        Assert.Contains("names and values", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(700_000, false, true)]
    [InlineData(1_000_000, false, false)]
    [InlineData(1_000_000, true, false)]
    public async Task AnArticleOfVeryManyDifferentWords_IsRefused(int count, bool isChinese, bool isRead)
    {
        // Of 20,011 characters, a prime number, each follows 50 others.
        string text = isChinese
            ? string.Concat(
                Enumerable
                    .Range(1, count / 20_000)
                    .SelectMany(step => Enumerable.Range(0, 20_011).Select(i => Sign(i * step)))
            )
            : string.Join(' ', Enumerable.Range(0, count).Select(i => $"w{i:x}"));
        _folder.Write("a.txt", text);

        ArticleReadResult result = await ReadInTimeAsync("a.txt");

        Assert.Equal(isRead ? null : ArticleReadError.TooComplex, result.Failure?.Error);

        static char Sign(int i) => (char)('\u4E00' + (i % 20_011));
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("zip in zip")]
    [InlineData("gz")]
    [InlineData("mbox")]
    public async Task PackedTextThatIsTooLongForItsFile_IsRefused(string kind)
    {
        string text = string.Concat(Enumerable.Repeat("Some words are here. ", 300_000));
        string mails = string.Concat(
            Enumerable.Range(0, 3).Select(i => $"From a\nMessage-Id: <{i}@b>\n\n{i} {text[..2_000_000]}\n\n")
        );
        byte[] archive = Samples.Zip(("a.txt", text));
        (string name, byte[] content) = kind switch
        {
            "zip" => ("a.zip", archive),
            "zip in zip" => ("a.zip", Samples.Zip(("b.zip", archive))),
            "gz" => ("a.txt.gz", Samples.Gzip(text)),
            _ => ("a.mbox.gz", Samples.Gzip(mails)),
        };
        _folder.Write(name, content);

        IReadOnlyList<ArticleReadResult> results = await ReadAllInTimeAsync(name);

        Assert.Equal(ArticleReadError.TooComplex, results[^1].Failure?.Error);
        Assert.Contains("packed text", results[^1].Failure!.Reason, StringComparison.Ordinal);
        Assert.InRange(results.Sum(r => (long)(r.Article?.Text.Length ?? 0)), 0, 6_000_000);
    }

    [Fact]
    public async Task ManyPackedTexts_AreReadUpToTheLimitOfTheirFile()
    {
        string text = string.Concat(Enumerable.Repeat("Some words are here. ", 50_000));
        _folder.Write("a.zip", Samples.Zip([.. Enumerable.Range(0, 9).Select(i => ($"{i}.txt", $"{i}. {text}"))]));

        IReadOnlyList<ArticleReadResult> results = await ReadAllInTimeAsync("a.zip");

        Assert.Equal(4, results.Count(r => r.Succeeded));
        Assert.All(results.Skip(4), r => Assert.Equal(ArticleReadError.TooComplex, r.Failure?.Error));
    }

    [Fact]
    public async Task ATableThatRepeatsALongText_IsRefused()
    {
        string cell = $"<c t='inlineStr'><is><t>{string.Concat(Enumerable.Repeat("text ", 100_000))}</t></is></c>";
        string rows = string.Concat(Enumerable.Repeat($"<row>{cell}</row>", 50));
        _folder.Write("a.xlsx", Samples.Workbook($"<worksheet><sheetData>{rows}</sheetData></worksheet>"));

        ArticleReadFailure failure = await _folder.FailureAsync("a.xlsx");

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
        Assert.Contains("A table", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.html", "<table><tr><th>#<th>B", "<tr><td>a<td>b")]
    [InlineData("a.md", "| # | B |\n|---|---|\n", "| a | b |\n")]
    [InlineData("a.csv", "#,B\n", "a,b\n")]
    public async Task ATableThatRepeatsALongHeader_IsRefused(string name, string head, string row)
    {
        string header = string.Concat(Enumerable.Repeat("header ", 10_000));
        _folder.Write(
            name,
            head.Replace("#", header, StringComparison.Ordinal) + string.Concat(Enumerable.Repeat(row, 2_000))
        );

        ArticleReadFailure failure = await _folder.FailureAsync(name);

        Assert.Equal(ArticleReadError.TooComplex, failure.Error);
        Assert.Contains("split the file", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFeedWhoseItemHasVeryManyCategories_IsRead_InBoundedTime()
    {
        string categories = string.Concat(Enumerable.Repeat("<category>ferries</category>", 150_000));
        _folder.Write(
            "a.xml",
            $"<rss><channel><item><description>The ferry sails.</description>{categories}</item></channel></rss>"
        );

        Assert.True((await ReadInTimeAsync("a.xml")).Succeeded);
    }

    [Fact]
    public async Task LinesThatAreNoJson_AreReportedUpToTheLimitOfEntries()
    {
        _folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("[\n", 100_000)));

        IReadOnlyList<ArticleReadResult> results = await _folder.Reader.ReadAsync(
            Assert.Single(_folder.Find().Files),
            TestContext.Current.CancellationToken
        );

        Assert.InRange(results.Count, 1, 20_001);
        Assert.Equal(ArticleReadError.TooComplex, results[^1].Failure?.Error);
    }

    [Fact]
    public async Task AFileThatWasGivenUp_IsNotReadAgain_BeforeItsReadingHasEnded()
    {
        using var detector = new DetectorThatWaits();
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton<ILanguageDetector>(detector)
            .AddSummitBotIngestion()
            .BuildServiceProvider();
        IArticleReader reader = services.GetRequiredService<IArticleReader>();
        _folder.Write("a.txt", "Some text.");
        ArticleFile file = Assert.Single(reader.Find([_folder.Path]).Files);
        using var stop = new CancellationTokenSource();
        Task first = reader.ReadAsync(file, stop.Token);
        await detector.Begun.WaitAsync(Limit, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Task second = reader.ReadAsync(file, TestContext.Current.CancellationToken);
        Task early = await Task.WhenAny(
            detector.Again,
            Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken)
        );

        Assert.NotEqual(detector.Again, early);
        detector.End();
        await second.WaitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.True(detector.Again.IsCompleted);
    }

    [Fact]
    public async Task AFileThatTakesTooLong_IsGivenUp_AndNotReadAgainBeforeItChanges()
    {
        var time = new ExpiredTimeProvider();
        using var folder = new ArticleFolder(o => o.MaxFileSeconds = 7, time);
        folder.Write("a.txt", "Some text.");

        ArticleReadFailure failure = await folder.FailureAsync("a.txt");
        time.IsUp = false;
        ArticleReadFailure again = await folder.FailureAsync("a.txt");
        folder.Write("a.txt", "Some other text.");
        Article changed = await folder.ArticleAsync("a.txt");

        Assert.Equal(ArticleReadError.TooSlow, failure.Error);
        Assert.Equal(
            "Reading it took longer than 7 s: split the file, save it as plain text (.txt), or raise SummitBot:Corpus:MaxFileSeconds.",
            failure.Reason
        );
        Assert.Equal(failure, again);
        Assert.Equal("Some other text.", changed.Text);
    }

    [Fact]
    public void ALineOfNoteMarksWithoutAnEnd_IsCutInTimeThatGrowsWithItsLength()
    {
        string text = string.Concat(Enumerable.Repeat(".[1", 1_000_000));
        long started = Stopwatch.GetTimestamp();

        _ = SentenceSplitter.Split(text, new TextRange(0, text.Length), "en").Count();

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Limit);
    }

    private async Task<ArticleReadResult> ReadInTimeAsync(string name) => Assert.Single(await ReadAllInTimeAsync(name));

    private async Task<IReadOnlyList<ArticleReadResult>> ReadAllInTimeAsync(string name)
    {
        ArticleFile file = Assert.Single(_folder.Find(_folder.GetPath(name)).Files);
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        return await Task.Run(() => _folder.Reader.ReadAsync(file, cancelled), cancelled).WaitAsync(Limit, cancelled);
    }

    /// <summary>Reading an article waits in it until it is told to end.</summary>
    private sealed class DetectorThatWaits : ILanguageDetector, IDisposable
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _again = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _ended = new();

        public Task Begun => _begun.Task;

        public Task Again => _again.Task;

        public void End() => _ended.Set();

        public void Dispose() => _ended.Dispose();

        public string Detect(string text)
        {
            if (!_begun.TrySetResult())
            {
                _again.TrySetResult();
            }

            _ended.Wait(Limit, TestContext.Current.CancellationToken);
            return LanguageCodes.Unknown;
        }
    }

    /// <summary>Every timer is due as soon as it is created.</summary>
    private sealed class ExpiredTimeProvider : TimeProvider
    {
        public bool IsUp { get; set; } = true;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (IsUp)
            {
                callback(state);
            }

            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
