using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using SummitBot.Core.Articles;

namespace SummitBot.Tests.Ingestion.Formats;

/// <summary>Damaged, exploding and endless documents of every format end in bounded time, with a reason or with text.</summary>
public sealed class HostileDocumentTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Maximum memory that reading may retain, bytes.</summary>
    private const long MaxMemory = 400_000_000;

    private readonly ArticleFolder _folder = new(o => o.MaxFileBytes = 5_000_000);

    public static TheoryData<string> Names => [.. Documents.Keys];

    private static Dictionary<string, byte[]> Documents { get; } =
        new(StringComparer.Ordinal)
        {
            ["a.pdf"] = Samples.Pdf(page => page.Write(60, 700, 10, "The ferry sails at dawn.")),
            ["a.docx"] = Samples.Word(Samples.WordParagraph("The ferry sails at dawn.")),
            ["a.pptx"] = Samples.Presentation(("Ferry", "It sails at dawn.", "")),
            ["a.xlsx"] = Samples.Workbook(),
            ["a.odt"] = Samples.OpenDocument("<text:p>The ferry sails at dawn.</text:p>"),
            ["a.epub"] = Samples.Epub("<p>The ferry sails at dawn.</p>"),
            ["a.rtf"] = Encoding.ASCII.GetBytes(@"{\rtf1\ansi The ferry sails at dawn.\par}"),
            ["a.eml"] = Encoding.ASCII.GetBytes("Subject: Ferry\nContent-Type: text/html\n\n<p>It sails at dawn.</p>"),
            ["a.mbox"] = Encoding.ASCII.GetBytes("From a\nSubject: Ferry\nMessage-ID: <a@b>\n\nIt sails at dawn.\n"),
            ["a.csv"] = Encoding.ASCII.GetBytes("Ship,Sails\nFerry,dawn\n"),
            ["a.json"] = Encoding.ASCII.GetBytes("""{"title":"Ferry","text":"It sails at dawn."}"""),
            ["a.jsonl"] = Encoding.ASCII.GetBytes("""{"title":"Ferry","text":"It sails at dawn."}"""),
            ["a.xml"] = Encoding.ASCII.GetBytes(
                "<rss><channel><item><title>Ferry</title><description>It sails.</description></item></channel></rss>"
            ),
            ["a.rst"] = Encoding.ASCII.GetBytes("Ferry\n=====\n\nIt sails at dawn.\n"),
            ["a.adoc"] = Encoding.ASCII.GetBytes("= Ferry\n\nIt sails at dawn.\n"),
            ["a.txt.gz"] = Samples.Gzip("The ferry sails at dawn."),
            ["a.zip"] = Samples.Zip(("a.md", "The ferry sails at dawn.")),
        };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ADocument_IsRead(string name)
    {
        _folder.Write(name, Documents[name]);

        Assert.All(await ReadInTimeAsync(name), r => Assert.True(r.Succeeded, r.Failure?.Reason));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ADocumentThatWasCut_OrChanged_IsReadOrRefusedWithAReason(string name)
    {
        byte[] whole = Documents[name];
        var random = new Random(7);
        for (int i = 0; i < 40; i++)
        {
            byte[] damaged = i < 15 ? whole[..(whole.Length * (i + 1) / 16)] : [.. whole];
            for (int change = 0; change < (i < 15 ? 0 : 1 + (i % 5)); change++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            _folder.Write(name, damaged);
            IReadOnlyList<ArticleReadResult> results = await ReadInTimeAsync(name);

            Assert.NotEmpty(results);
            foreach (ArticleReadResult result in results)
            {
                Assert.True(result.Succeeded || result.Failure.Error != ArticleReadError.TooSlow, name);
                Assert.False(string.IsNullOrWhiteSpace(result.Succeeded ? result.Article.Text : result.Failure.Reason));
            }
        }
    }

    [Fact]
    public async Task WhatUnpacksToTooMuch_IsRefused_BeforeItFillsTheMemory()
    {
        byte[] zeros = Bomb(400_000_000);
        string spaces = new(' ', 60_000_000);
        _folder.Write("bomb.txt.gz", zeros);
        _folder.Write("bomb.zip", Samples.Zip(("a.txt", Encoding.ASCII.GetBytes(spaces))));
        _folder.Write("bomb.docx", Samples.Word(spaces));
        _folder.Write("bomb.xlsx", Samples.Zip(("xl/workbook.xml", $"<workbook>{spaces}</workbook>")));
        _folder.Write("bomb.odt", Samples.OpenDocument(spaces));
        _folder.Write("bomb.epub", Samples.Epub(spaces));
        long before = GC.GetTotalMemory(forceFullCollection: true);

        foreach (string path in Directory.GetFiles(_folder.Path))
        {
            ArticleReadResult result = Assert.Single(await ReadInTimeAsync(Path.GetFileName(path)));

            Assert.Equal(ArticleReadError.TooLarge, result.Failure?.Error);
            Assert.Contains("MaxFileBytes", result.Failure!.Reason, StringComparison.Ordinal);
            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MaxMemory);
        }
    }

    [Theory]
    [InlineData(20_000_000)]
    [InlineData(200_000_000)]
    public async Task APdfStreamThatUnpacksToTooMuch_IsNotUnpacked(int length)
    {
        byte[] zlib = [0x78, 0x9C, .. Deflate(length)];
        _folder.Write(
            "bomb.pdf",
            Samples.RawPdf(
                "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
                "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R>>"u8.ToArray(),
                [
                    .. Encoding.ASCII.GetBytes(
                        FormattableString.Invariant($"<</Filter/FlateDecode/Length {zlib.Length}>>\nstream\n")
                    ),
                    .. zlib,
                    .. "\nendstream"u8,
                ]
            )
        );

        ArticleReadResult result = Assert.Single(await ReadInTimeAsync("bomb.pdf"));

        Assert.Equal(ArticleReadError.Malformed, result.Failure?.Error);
        Assert.Contains("pages could be read", result.Failure!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APdfWhoseDrawingsRepeatEachOther_Ends()
    {
        string draw = string.Concat(Enumerable.Repeat("/F Do ", 10));
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>",
            "<</Length 5>>\nstream\n/F Do\nendstream",
        };
        for (int i = 5; i < 40; i++)
        {
            objects.Add(
                FormattableString.Invariant(
                    $"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {i + 1} 0 R>>>>/Length {draw.Length}>>\nstream\n{draw}\nendstream"
                )
            );
        }

        objects.Add("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>\nstream\nn\nendstream");
        _folder.Write("a.pdf", Samples.RawPdf([.. objects.Select(Encoding.ASCII.GetBytes)]));

        ArticleReadResult result = Assert.Single(await ReadInTimeAsync("a.pdf"));

        Assert.Contains("pages could be read", result.Failure?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50 700 Td (a) Tj ", "1 0 0 1 0 0 Tm")]
    [InlineData("1 0 0 1 50 700 Tm (Some text is here.) Tj ", "")]
    [InlineData("0 -1 Td (a) Tj ", "")]
    public async Task APdfPageOfVeryManyLinesOrOfTextOnText_IsReadOrRefused_InBoundedTime(string unit, string more)
    {
        string drawing = $"BT /F1 12 Tf {string.Concat(Enumerable.Repeat(unit, 20_000))} {more} ET";
        _folder.Write("a.pdf", Samples.PdfPage(drawing));
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;

        ArticleReadResult result = Assert.Single(await ReadInTimeAsync("a.pdf"));

        process.Refresh();
        Assert.NotEqual(ArticleReadError.TooSlow, result.Failure?.Error);
        Assert.InRange(process.TotalProcessorTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Theory]
    [InlineData("a.json", "[", "")]
    [InlineData("a.json", "{\"text\":", "")]
    [InlineData("a.jsonl", "[", "")]
    [InlineData("a.rtf", "{\\rtf1 ", "")]
    [InlineData("a.xml", "<rss>", "")]
    [InlineData("a.rst", "- ", "")]
    [InlineData("a.adoc", "* ", "")]
    [InlineData("a.adoc", "link:a[", "")]
    [InlineData("a.rst", ":a:`", "")]
    [InlineData("a.csv", "\"", "")]
    [InlineData("a.csv", ",", "")]
    [InlineData("a.eml", "Content-Type: multipart/mixed; boundary=b\n\n--b\n", "")]
    [InlineData("a.eml", "Content-Type: message/rfc822\n\n", "")]
    [InlineData("a.mbox", "From a\n\n", "")]
    [InlineData("a.md", "+++\na = [", "[")]
    public async Task NestingAndRepetitionWithoutEnd_Ends(string name, string unit, string more)
    {
        string repeated = more.Length > 0 ? more : unit;
        _folder.Write(name, unit + string.Concat(Enumerable.Repeat(repeated, 200_000 / repeated.Length)));

        IReadOnlyList<ArticleReadResult> results = await ReadInTimeAsync(name);

        Assert.All(results, r => Assert.NotEqual(ArticleReadError.TooSlow, r.Failure?.Error));
    }

    [Theory]
    [InlineData("<w:p>")]
    [InlineData("<w:tbl>")]
    [InlineData("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>")]
    [InlineData("<w:p a='b' ")]
    public async Task AWordDocumentThatNestsOrRepeatsWithoutEnd_Ends(string unit)
    {
        _folder.Write("a.docx", Samples.Word(string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length))));

        ArticleReadResult result = Assert.Single(await ReadInTimeAsync("a.docx"));

        Assert.NotEqual(ArticleReadError.TooSlow, result.Failure?.Error);
    }

    [Fact]
    public async Task ArchivesInArchives_AreReadToADepth_AndNoFurther()
    {
        byte[] archive = Samples.Zip(("deep.md", "The ferry sails at dawn."));
        for (int i = 0; i < 10; i++)
        {
            archive = Samples.Zip(("in.zip", archive));
        }

        _folder.Write("a.zip", archive);

        ArticleReadResult result = Assert.Single(await ReadInTimeAsync("a.zip"));

        Assert.Equal(ArticleReadError.TooComplex, result.Failure?.Error);
        Assert.Contains("unpack", result.Failure!.Reason, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<ArticleReadResult>> ReadInTimeAsync(string name)
    {
        ArticleFile file = Assert.Single(_folder.Find(_folder.GetPath(name)).Files);
        return await _folder
            .Reader.ReadAsync(file, TestContext.Current.CancellationToken)
            .WaitAsync(Limit, TestContext.Current.CancellationToken);
    }

    private static byte[] Bomb(int length)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            WriteZeros(gzip, length);
        }

        return bytes.ToArray();
    }

    private static byte[] Deflate(int length)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Fastest))
        {
            WriteZeros(deflate, length);
        }

        return bytes.ToArray();
    }

    private static void WriteZeros(Stream stream, int length)
    {
        byte[] zeros = new byte[1_000_000];
        for (int written = 0; written < length; written += zeros.Length)
        {
            stream.Write(zeros);
        }
    }
}
