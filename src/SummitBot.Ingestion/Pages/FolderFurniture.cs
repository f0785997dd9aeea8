using System.Collections.Frozen;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using BitFaster.Caching.Lru;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Pages;

/// <summary>
/// Lines on many pages of a folder belong to the site, not to its articles. They are found in a sample of the folder's
/// pages; pages read before the sample keep them in the index until they are read again. Thread-safe.
/// </summary>
internal sealed class FolderFurniture(TimeProvider time)
{
    private const int MaxPages = 40;
    private const int MinPages = 4;

    /// <summary>A line on at least this share of the pages belongs to the site.</summary>
    private const double ShareOfPages = 0.2;

    private const int MaxPageBytes = 1_000_000;
    private const int MaxNames = 20_000;
    private const int MaxLines = 3_000;
    private const int MaxFolders = 2_000;

    /// <summary>Time limit for the sample of a folder, because readers of its pages wait for it.</summary>
    private static readonly TimeSpan MaxSampleTime = TimeSpan.FromSeconds(5);

    private readonly ClassicLru<string, Lazy<FrozenSet<ulong>>> _folders = new(MaxFolders);

    /// <summary>Takes new samples from now on.</summary>
    public void Forget() => _folders.Clear();

    /// <summary>
    /// The blocks of a page without the lines that are also on many of its neighbours; all blocks if none would be
    /// left.
    /// </summary>
    public IReadOnlyList<Block> Without(string path, IReadOnlyList<Block> blocks)
    {
        if (Path.GetDirectoryName(path) is not { Length: > 0 } folder)
        {
            return blocks;
        }

        FrozenSet<ulong> lines = _folders.GetOrAdd(folder, f => new Lazy<FrozenSet<ulong>>(() => FindLines(f))).Value;
        Block[] kept = lines.Count == 0 ? [] : [.. blocks.Where(b => !lines.Contains(ComputeHash(b.Text)))];
        return kept.Any(b => !b.IsHeading) ? kept : blocks;
    }

    private FrozenSet<ulong> FindLines(string folder)
    {
        string[] pages = FindPages(folder);
        if (pages.Length < MinPages)
        {
            return [];
        }

        var counts = new Dictionary<ulong, int>();
        int read = 0;
        long started = time.GetTimestamp();
        using var stop = new CancellationTokenSource(MaxSampleTime, time);
        foreach (string page in Sample(pages))
        {
            if (time.GetElapsedTime(started) > MaxSampleTime)
            {
                break;
            }

            if (LinesOn(page, stop.Token) is { } lines)
            {
                read++;
                foreach (ulong line in lines)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, line, out _)++;
                }
            }
        }

        double min = Math.Max(MinPages, ShareOfPages * read);
        return counts.Where(c => c.Value >= min).Select(c => c.Key).ToFrozenSet();
    }

    private static string[] FindPages(string folder)
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .Take(MaxNames)
                    .Where(f => ArticleFormats.FromPath(f) == ArticleFormat.Html)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Pages spread evenly over the folder.</summary>
    private static IEnumerable<string> Sample(string[] pages)
    {
        int count = Math.Min(MaxPages, pages.Length);
        return Enumerable.Range(0, count).Select(i => pages[(int)((long)i * pages.Length / count)]);
    }

    /// <summary>
    /// The lines of a page, each once; null for a page that cannot be read, which is reported when it is read itself.
    /// </summary>
    private static HashSet<ulong>? LinesOn(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path).Length > MaxPageBytes)
            {
                return null;
            }

            string text = CleanText.From(TextDecoder.Decode(File.ReadAllBytes(path), ArticleFormat.Html));
            return
            [
                .. HtmlPageParser.Parse(text, cancellationToken).Blocks.Take(MaxLines).Select(b => ComputeHash(b.Text)),
            ];
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static ulong ComputeHash(string line) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(line.AsSpan()));
}
