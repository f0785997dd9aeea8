using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SummitBot.Ingestion.Pages;

/// <summary>Phrases that pages put around an article, in all supported languages, because sites mix them.</summary>
internal sealed partial class FurniturePhrases
{
    private const string Resource = "SummitBot.Ingestion.Pages.FurniturePhrases.json";

    /// <summary>A longer line that starts like furniture is text.</summary>
    private const int MaxLineLength = 160;

    private const int MaxNoticeLength = 400;

    private static readonly Lazy<FurniturePhrases> Loaded = new(Load);

    private readonly FrozenSet<string> _lines;
    private readonly FrozenSet<string> _sections;
    private readonly FurniturePhraseLists _lists;

    private FurniturePhrases(FurniturePhraseLists lists)
    {
        _lists = lists;
        _lines = lists.Lines.ToFrozenSet(StringComparer.Ordinal);
        _sections = lists.Sections.ToFrozenSet(StringComparer.Ordinal);
    }

    public static FurniturePhrases All => Loaded.Value;

    /// <summary>The words before an author's name, longest first.</summary>
    public IReadOnlyList<string> Bylines => _lists.Bylines;

    /// <summary>The words before a date of publication, longest first.</summary>
    public IReadOnlyList<string> Dated => _lists.Dated;

    /// <summary>True for a heading above links to other pages, comments, offers and the like.</summary>
    public bool OpensSection(string heading)
    {
        string plain = Plain(heading);
        return _sections.Contains(plain) || _lines.Contains(plain);
    }

    /// <summary>True for a line that belongs to the page, not to its article.</summary>
    public bool IsFurniture(string line)
    {
        if (line.Length > MaxNoticeLength)
        {
            return false;
        }

        string plain = Plain(line);
        return plain.Length == 0
            || _lines.Contains(plain)
            || (line.Length <= MaxLineLength && _lists.Starts.Any(s => Begins(plain, s)))
            || (line.Length <= MaxLineLength && IsRunOfLines(plain))
            || (line.Length <= MaxLineLength && _lists.Anywhere.Any(a => plain.Contains(a, StringComparison.Ordinal)))
            || (line.Length <= MaxLineLength && Copyright().IsMatch(plain))
            || _lists.Consent.Any(c => plain.Contains(c, StringComparison.Ordinal))
            || (
                _lists.Lists.Any(l => plain.Contains(l, StringComparison.Ordinal))
                && _lists.Joining.Any(j => plain.Contains(j, StringComparison.Ordinal))
            );
    }

    /// <summary>Labels side by side: "Share Tweet Print".</summary>
    private bool IsRunOfLines(string plain)
    {
        string[] words = plain.Split([' ', '|', '·', '•', '/', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= 12 && Array.TrueForAll(words, _lines.Contains);
    }

    private static bool Begins(string plain, string start) =>
        plain.StartsWith(start, StringComparison.Ordinal)
        && (plain.Length == start.Length || !char.IsLetterOrDigit(start[^1]) || !IsAlphabetic(plain[start.Length]));

    /// <summary>True for a letter of a script that separates words; East Asian words end anywhere.</summary>
    private static bool IsAlphabetic(char c) => char.IsLetterOrDigit(c) && c < '\u2E80';

    private static string Plain(string line) =>
        line.Trim()
            .Trim(
                '…',
                '.',
                '»',
                '«',
                '›',
                '‹',
                '→',
                '←',
                '↑',
                '↓',
                '|',
                '•',
                '·',
                '-',
                '–',
                '—',
                '!',
                '?',
                '[',
                ']',
                '+',
                '#',
                '*',
                ' '
            )
            .ToLowerInvariant();

    [GeneratedRegex(
        @"(©|copyright|\(c\))\s*(19|20)\d\d",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex Copyright();

    private static FurniturePhrases Load()
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is missing.");
        FurniturePhraseLists lists = JsonSerializer.Deserialize(
            stream,
            FurniturePhraseJson.Default.FurniturePhraseLists
        )!;
        return new FurniturePhrases(
            lists with
            {
                Bylines = [.. lists.Bylines.OrderByDescending(b => b.Length)],
                Dated = [.. lists.Dated.OrderByDescending(d => d.Length)],
            }
        );
    }
}
