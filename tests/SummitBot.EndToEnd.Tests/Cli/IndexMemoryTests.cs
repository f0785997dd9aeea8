using System.Diagnostics;
using System.Globalization;
using System.Text;
using SummitBot.Tests.Ingestion.Formats;

namespace SummitBot.EndToEnd.Tests.Cli;

/// <summary>The memory of the command line while it indexes one large file.</summary>
public sealed class IndexMemoryTests : IDisposable
{
    private const string PeakLabel = "VmHWM:";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly CliFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("html", 14_000_000)]
    [InlineData("json", 14_000_000)]
    [InlineData("md", 14_000_000)]
    [InlineData("txt", 14_000_000)]
    public async Task ALargeOrdinaryFile_IsIndexed_In200MegabytesAndTenTimesItsSize(string format, int length)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak of another process's memory is read from /proc.");
        string path = _folder.Write($"large/report.{format}", LargeFile.Create(format, length));

        (long peak, CliResult result) = await MeasureIndexAsync();

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("Indexed 0 articles", result.Output, StringComparison.Ordinal);
        // The file itself was in memory: the process was seen while it read.
        Assert.InRange(peak, length, GetAllowed(path));
    }

    [Fact]
    public async Task ManyLargeFiles_AreIndexed_InTheMemoryOfOne()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak of another process's memory is read from /proc.");
        string text = LargeFile.Create("txt", 8_000_000);
        string[] paths =
        [
            .. Enumerable.Range(0, 6).Select(i => _folder.Write($"large/{i}.txt", $"Report {i}.\n\n{text}")),
        ];

        (long peak, CliResult result) = await MeasureIndexAsync();

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.InRange(peak, new FileInfo(paths[0]).Length, GetAllowed(paths[0]));
    }

    [Theory]
    [InlineData("pdf", "q ")]
    [InlineData("docx", "<w:p><w:r><w:t>…some text …</w:t></w:r></w:p>")]
    [InlineData("odt", "<text:p>…<text:s text:c='99999999'/>…a</text:p>")]
    [InlineData("csv", "a,")]
    [InlineData("eml", "…A: b\n…\nSome text.")]
    [InlineData("eml", "Content-Type: multipart/mixed; boundary=x\n\n…--x\n\na\n…--x--")]
    public async Task AHostileFile_IsReadOrRefused_In200MegabytesAndTenTimesItsSize(string format, string construct)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak of another process's memory is read from /proc.");
        const int Length = 15_000_000;
        string[] parts = construct.Contains('…') ? construct.Split('…') : ["", construct, ""];
        string text = parts[0] + string.Concat(Enumerable.Repeat(parts[1], Length / parts[1].Length)) + parts[2];
        string path = _folder.Write($"large/a.{format}", "");
        await File.WriteAllBytesAsync(
            path,
            format switch
            {
                "pdf" => Samples.PdfPage(text),
                "docx" => Samples.Word(text),
                "odt" => Samples.OpenDocument(text),
                _ => Encoding.ASCII.GetBytes(text),
            },
            Cancelled
        );

        (long peak, CliResult result) = await MeasureIndexAsync();

        // It ended by itself: with an article, or with the file's name and the reason.
        Assert.InRange(result.ExitCode, 0, 2);
        Assert.InRange(peak, new FileInfo(path).Length, GetAllowed(path));
    }

    private static long GetAllowed(string path) => 200_000_000 + (10 * new FileInfo(path).Length);

    private async Task<(long Peak, CliResult Result)> MeasureIndexAsync()
    {
        using Process process = _folder.Start(["index", "large"]);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(Cancelled);
        Task<string> error = process.StandardError.ReadToEndAsync(Cancelled);
        long peak = 0;
        while (!process.HasExited)
        {
            // A process that has just ended has no memory any more: what was read before stands.
            peak = Math.Max(peak, await ReadPeakAsync(process.Id));
            await Task.Delay(BetweenLooks, Cancelled);
        }

        await process.WaitForExitAsync(Cancelled);
        return (peak, new CliResult(process.ExitCode, await output, await error));
    }

    /// <summary>Bytes of physical memory, at most, so far (proc_pid_status(5)); 0 when the process has ended.</summary>
    private static async Task<long> ReadPeakAsync(int processId)
    {
        try
        {
            string[] lines = await File.ReadAllLinesAsync(
                string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/status"),
                Cancelled
            );
            string? line = lines.FirstOrDefault(l => l.StartsWith(PeakLabel, StringComparison.Ordinal));
            return line is null
                ? 0
                : 1_024
                    * long.Parse(
                        line.AsSpan(PeakLabel.Length).Trim().TrimEnd("kB"),
                        NumberStyles.AllowTrailingWhite,
                        CultureInfo.InvariantCulture
                    );
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Many paragraphs of invented words, as an article or a list of articles.</summary>
    private static class LargeFile
    {
        private static readonly string[] Frequent =
            "the of and to in a is that it was for on are with as at be this have from or by but not all were".Split(
                ' '
            );

        /// <param name="length">Characters, about, all of them ASCII.</param>
        public static string Create(string format, int length)
        {
            // The same file on every run and machine.
            var random = new Random(7);
            string[] rare = [.. Enumerable.Range(0, 20_000).Select(_ => Word(random))];
            (string start, string end) = format switch
            {
                "html" => (
                    "<!doctype html><html><head><title>Report</title></head><body><article>",
                    "</article></body>"
                ),
                "json" => ("[", "{\"title\":\"Last\",\"text\":\"This is the end.\"}]"),
                _ => ("", ""),
            };
            var text = new StringBuilder(start, length + 4_000);
            for (int i = 0; text.Length < length; i++)
            {
                string title = string.Create(CultureInfo.InvariantCulture, $"{Sentence(random, rare)[..20]} {i}");
                string paragraph = string.Join(' ', Enumerable.Range(0, 16).Select(_ => Sentence(random, rare)));
                text.Append(
                    format switch
                    {
                        "html" =>
                            $"<h2>{title}</h2>\n<p>{paragraph} <a href=\"https://example.org/{i}\">More</a></p>\n",
                        "json" => $$"""{"title":"{{title}}","text":"{{paragraph}}"},""",
                        "md" => $"## {title}\n\n{paragraph} [More](https://example.org/{i}) **now**.\n\n",
                        _ => $"{paragraph}\n\n",
                    }
                );
            }

            return text.Append(end).ToString();
        }

        private static string Sentence(Random random, string[] rare)
        {
            string[] words =
            [
                .. Enumerable
                    .Range(0, random.Next(8, 22))
                    .Select(_ => random.Next(2) == 0 ? random.GetItems(Frequent, 1)[0] : random.GetItems(rare, 1)[0]),
            ];
            return $"So {string.Join(' ', words)}.";
        }

        private static string Word(Random random) =>
            string.Concat(
                Enumerable
                    .Range(0, random.Next(1, 5))
                    .Select(_ => $"{"bcdfghklmnprstvw"[random.Next(16)]}{"aeiou"[random.Next(5)]}")
            );
    }
}
