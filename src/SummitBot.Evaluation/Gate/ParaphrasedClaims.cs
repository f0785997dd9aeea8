using System.Globalization;
using System.Text.RegularExpressions;
using SummitBot.Language.Recognition;
using SummitBot.Language.Words;

namespace SummitBot.Evaluation.Gate;

/// <summary>Paraphrases with the same meaning.</summary>
internal static partial class ParaphrasedClaims
{
    public static readonly IReadOnlyList<ClaimVariant> All =
    [
        new("verbatim", IsSupported: true, s => s.Text),
        new("adjunctDropped", IsSupported: true, s => DropAdjunct(s.Text)),
        new("clausesReordered", IsSupported: true, s => Reorder(s.Text)),
        new("synonyms", IsSupported: true, Synonyms),
        new("numberFormat", IsSupported: true, s => FormatNumber(s.Text)),
        new("dateFormat", IsSupported: true, s => FormatDate(s.Text)),
        new("speakerFirst", IsSupported: true, s => SpeakerFirst(s.Text)),
        new(
            "several",
            IsSupported: true,
            s => DropAdjunct(s.Text) is { } shorter ? Synonyms(s with { Text = shorter }) : null
        ),
    ];

    /// <summary>Without a part between two commas or in brackets, unless that changes the meaning.</summary>
    private static string? DropAdjunct(string text)
    {
        Match adjunct = Adjunct().Match(text);
        return adjunct.Success ? text.Remove(adjunct.Index, adjunct.Length) : null;
    }

    /// <summary>A leading phrase of time or place, moved to the end.</summary>
    private static string? Reorder(string text)
    {
        Match lead = Lead().Match(text);
        if (!lead.Success || lead.Groups["rest"].Value.Contains(',', StringComparison.Ordinal))
        {
            return null;
        }

        string rest = lead.Groups["rest"].Value.TrimEnd('.');
        string phrase = lead.Groups["lead"].Value;
        return $"{char.ToUpperInvariant(rest[0])}{rest[1..]} {char.ToLowerInvariant(phrase[0])}{phrase[1..]}.";
    }

    /// <summary>One or two ordinary words, replaced by synonyms in the same form.</summary>
    private static string? Synonyms(ClaimSample sample)
    {
        string? text = WordSwap.Replace(sample, sample.Text, w => WordTables.English.GetSynonyms(w));
        return text is not null && sample.Random.Next(2) == 0
            ? WordSwap.Replace(sample, text, w => WordTables.English.GetSynonyms(w)) ?? text
            : text;
    }

    private static string? FormatNumber(string text)
    {
        Match number = Number().Match(text);
        if (!number.Success)
        {
            return null;
        }

        string value = number.Value;
        string other = value switch
        {
            _ when value.Contains(',', StringComparison.Ordinal) => value.Replace(",", "", StringComparison.Ordinal),
            _ when value.EndsWith('%') => value[..^1] + " percent",
            _ when value.EndsWith(" percent", StringComparison.Ordinal) => value[..^8] + "%",
            _ when Numerals.WordValue(value) is { } n => n.ToString(CultureInfo.InvariantCulture),
            _ => value,
        };
        return other == value ? null : text.Remove(number.Index, number.Length).Insert(number.Index, other);
    }

    /// <summary><c>13 September 2023</c> as <c>September 13, 2023</c> and vice versa.</summary>
    private static string? FormatDate(string text)
    {
        string changed = DayFirst().IsMatch(text)
            ? DayFirst().Replace(text, "${month} ${day}, ${year}", 1)
            : MonthFirst().Replace(text, "${day} ${month} ${year}", 1);
        return changed == text ? null : changed;
    }

    private static string? SpeakerFirst(string text)
    {
        Match said = Said().Match(text);
        return said.Success ? $"According to {said.Groups["who"].Value}, {said.Groups["what"].Value}" : null;
    }

    [GeneratedRegex(
        @"\s\([^()]{3,60}\)|, (?:which|who|in|on|at|near|including|such as|along with|especially|mainly|like) [^,;()]{3,60}(?=,\s)(?=.*\.$),",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Adjunct();

    [GeneratedRegex(
        @"^(?<lead>(?:In|On|During|After|Before|By|At|Since|From) [^,;]{3,40}), (?<rest>(?:the|a|an|he|she|it|they|his|its|their|this|these) .{20,}\.)$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"\b\d{1,3}(?:,\d{3})+\b|\b\d+(?:\.\d+)?(?:%| percent\b)|\b(?:six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b(?![- ](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million|billion))",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Number();

    private const string Months =
        "(?<month>January|February|March|April|May|June|July|August|September|October|November|December)";

    [GeneratedRegex(@"\b(?<day>\d{1,2}) " + Months + @" (?<year>\d{4})\b", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b" + Months + @" (?<day>\d{1,2}), (?<year>\d{4})\b", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(
        @"^(?<who>\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+){0,3}) said (?:that )?(?<what>(?:the|a|an|he|she|it|they|there) .{15,}\.)$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Said();
}
