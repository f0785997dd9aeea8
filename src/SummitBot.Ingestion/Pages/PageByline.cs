using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;

namespace SummitBot.Ingestion.Pages;

/// <summary>Author and date as named on the page.</summary>
/// <param name="Author">Null when it names none.</param>
/// <param name="Published">Null when it names none.</param>
internal readonly partial record struct PageByline(string? Author, DateOnly? Published)
{
    /// <summary>A longer line is text.</summary>
    private const int MaxLineLength = 120;

    private const int MaxNameLength = 80;
    private const int MaxWordsOfName = 8;
    private const int MaxPlaces = 60;

    /// <summary>Parts of the names of elements for authors and dates.</summary>
    private static readonly string[] Places =
    [
        "author",
        "byline",
        "date",
        "published",
        "posted",
        "submitted",
        "meta",
        "contributor",
        "writer",
        "time",
        "vcard",
    ];

    private static readonly CultureInfo[] Cultures =
    [
        .. new[]
        {
            "en-GB",
            "de-DE",
            "es-ES",
            "fr-FR",
            "ru-RU",
            "ko-KR",
            "zh-CN",
            "ar-EG",
            "ja-JP",
            "th-TH",
            "hi-IN",
        }.Select(CultureInfo.GetCultureInfo),
    ];

    private static readonly char[] Separators = ['|', '·', '•', '—', '–', '\n'];

    public bool IsEmpty => Author is null && Published is null;

    /// <summary>Searches the usual places for author and date.</summary>
    public static PageByline Find(IElement page)
    {
        var found = default(PageByline);
        foreach (
            IElement place in page.QuerySelectorAll("[class], [rel=author], [itemprop]").Where(IsPlace).Take(MaxPlaces)
        )
        {
            string line = string.Join('\n', FindTexts(place).Take(20));
            if (line.Length is 0 or > MaxLineLength)
            {
                continue;
            }

            PageByline here = Read(line, isNamed: NamesAuthor(place));
            found = new PageByline(found.Author ?? here.Author, found.Published ?? here.Published);
        }

        return found;
    }

    /// <summary>Reads a line of a page; empty for a line of text.</summary>
    /// <param name="isNamed">True where a name is expected even without a word such as "by".</param>
    public static PageByline Read(string line, bool isNamed = false)
    {
        if (line.Length > MaxLineLength)
        {
            return default;
        }

        string? author = null;
        DateOnly? published = null;
        bool expectsName = isNamed;
        string? unnamed = null;
        string[] parts =
        [
            .. line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(SplitAtDate),
        ];
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i].Trim(':', ' ', ',');
            if (EqualsAny(part, FurniturePhrases.All.Bylines))
            {
                expectsName = true;
                continue;
            }

            string? lead = After(part, FurniturePhrases.All.Bylines);
            string? name = NameIn(lead ?? part);
            DateOnly? date = lead is null ? DateIn(After(part, FurniturePhrases.All.Dated) ?? part) : null;
            bool isMinor =
                EqualsAny(part, FurniturePhrases.All.Dated)
                || part.Length < 2
                || FurniturePhrases.All.IsFurniture(part)
                || ReadingTime().IsMatch(part)
                || Clock().Replace(part, "").Trim().Length == 0;
            if (date is not null)
            {
                published ??= date;
            }
            else if (name is not null && !isMinor)
            {
                author ??= lead is not null || expectsName ? name : null;
                unnamed ??= name;
            }
            else if (!isMinor && author is null && published is null)
            {
                return default;
            }
        }

        // A name next to a date needs no word before it.
        return new PageByline(author ?? (published is null ? null : unnamed), published);
    }

    /// <summary>A date anywhere in a line that is not prose.</summary>
    public static DateOnly? FindDate(string line) =>
        line.Length <= MaxLineLength
            ? WrittenDate().Matches(line).Select(m => DateIn(m.Value)).FirstOrDefault(d => d is not null)
            : null;

    private static bool IsPlace(IElement element)
    {
        string names = $"{element.ClassName} {element.GetAttribute("itemprop")} {element.GetAttribute("rel")}";
        return Array.Exists(Places, p => names.Contains(p, StringComparison.OrdinalIgnoreCase))
            && element.Closest("[class*=comment], [id*=comment], aside, nav") is null;
    }

    private static bool NamesAuthor(IElement element) =>
        $"{element.ClassName} {element.GetAttribute("itemprop")} {element.GetAttribute("rel")}".Contains(
            "author",
            StringComparison.OrdinalIgnoreCase
        );

    private static IEnumerable<string> FindTexts(IElement element) =>
        element.Descendants<IText>().Select(t => CleanText.Line(t.Data)).Where(t => t.Length > 0);

    /// <summary>"Posted on May 4, 2026 by Lena Ford" is a date and a name, "Lena Ford on 4 May 2026" a name and a date.</summary>
    private static IEnumerable<string> SplitAtDate(string part)
    {
        Match date = WrittenDate().Match(part);
        if (!date.Success)
        {
            return [part];
        }

        string before = Preposition().Replace(part[..date.Index], "");
        string after = part[(date.Index + date.Length)..];
        string clock = Clock().Match(after) is { Success: true, Index: < 4 } match ? match.Value : "";
        after = clock.Length == 0 ? after : after[(after.IndexOf(clock, StringComparison.Ordinal) + clock.Length)..];
        return new[] { before, date.Value, after }.Select(p => p.Trim(' ', ',', ':')).Where(p => p.Length > 0);
    }

    private static bool EqualsAny(string part, IReadOnlyList<string> words) =>
        words.Any(w => string.Equals(part, w.TrimEnd(':', '：', ' '), StringComparison.OrdinalIgnoreCase));

    private static string? After(string line, IReadOnlyList<string> leads)
    {
        foreach (string lead in leads)
        {
            bool begins =
                line.Length > lead.Length
                && line.StartsWith(lead, StringComparison.OrdinalIgnoreCase)
                && (!char.IsLetter(line[lead.Length]) || lead[^1] >= '\u2E80' || !char.IsLetter(lead[^1]));
            if (begins)
            {
                return line[lead.Length..].Trim(' ', ':', '：');
            }
        }

        return null;
    }

    /// <summary>The name of a person or a newsroom: a few capitalized words, and nothing that a sentence has.</summary>
    private static string? NameIn(string text)
    {
        string name = text.Trim().TrimEnd(',', ';').TrimStart(':', ' ');
        int comma = name.IndexOf(',', StringComparison.Ordinal);
        name = comma > 0 && !name.Contains(" and ", StringComparison.Ordinal) ? name[..comma] : name;
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool isName =
            name.Length is > 1 and <= MaxNameLength
            && words.Length <= MaxWordsOfName
            && !name.AsSpan().ContainsAnyInRange('0', '9')
            && !name.Contains("://", StringComparison.Ordinal)
            && name[^1] is not ('.' or '!' or '?' or ':' or '。')
            && words.All(IsWordOfName)
            && words.Any(w => !char.IsLower(w[0]))
            && !FurniturePhrases.All.IsFurniture(name);
        return isName ? name : null;
    }

    private static bool IsWordOfName(string word) =>
        (char.IsLetter(word[0]) && !char.IsLower(word[0]))
        || word
            is "and"
                or "und"
                or "y"
                or "et"
                or "de"
                or "del"
                or "der"
                or "den"
                or "di"
                or "da"
                or "do"
                or "dos"
                or "la"
                or "le"
                or "van"
                or "von"
                or "zu"
                or "ten"
                or "ter"
                or "al"
                or "el"
                or "bin"
                or "ibn"
                or "и"
                or "e"
                or "&"
                or "d'"
                or "of"
                or "for"
                or "the";

    private static DateOnly? DateIn(string text)
    {
        string date = Clock().Replace(text, "").Trim().TrimEnd(',', '.', '-', ' ');
        if (date.Length is < 6 or > 40 || !date.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        if (PublishedDate.Parse(date) is { } known)
        {
            return known;
        }

        // In a date of only digits, day and month are ambiguous.
        bool isWritten = Year().IsMatch(date) && date.Any(char.IsLetter);
        foreach (CultureInfo culture in isWritten ? Cultures : [])
        {
            if (DateOnly.TryParse(date, culture, DateTimeStyles.AllowWhiteSpaces, out DateOnly parsed))
            {
                return parsed;
            }
        }

        return null;
    }

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"(,|\bat\b|\bum\b|\ba las\b|\bà\b|\bв\b)?\s*\b\d{1,2}[:.]\d{2}(:\d{2})?(\s*[ap]\.?m\.?)?(\s*(uhr|h|gmt|utc|bst|est|edt|pst|pdt|cet|cest|msk))?\b",
        Options,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^:*\s*(\d{1,3}|one|two|three|four|five)[ -]?(min|minute|minutes|mins|minuten|minutos|мин|분|分钟|دقائق)\b.{0,30}$",
        Options,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex ReadingTime();

    [GeneratedRegex(
        @"(?<!\d)(19|20)\d\d(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex Year();

    [GeneratedRegex(
        @"(?<!\d)(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.?º?\s+(de\s+)?\p{L}{3,12}\.?,?\s+(de\s+)?(19|20)\d\d|\p{L}{3,12}\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+(19|20)\d\d|\d{1,2}\.\d{1,2}\.(19|20)\d\d|(19|20)\d\d\s*[年년]\s*\d{1,2}\s*[月월]\s*\d{1,2}\s*[日일])(?!\d)",
        Options,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex WrittenDate();

    [GeneratedRegex(@"\b(on|am|vom|el|le|in|at)\s*$", Options, matchTimeoutMilliseconds: 200)]
    private static partial Regex Preposition();
}
