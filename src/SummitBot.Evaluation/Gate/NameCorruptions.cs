using System.Text.RegularExpressions;

namespace SummitBot.Evaluation.Gate;

/// <summary>Changes of who and whose: names, roles, speakers, subjects, passages.</summary>
internal static partial class NameCorruptions
{
    public static readonly IReadOnlyList<ClaimVariant> All =
    [
        new("otherTopic", IsSupported: false, s => s.Stranger),
        new("nameFromElsewhere", IsSupported: false, NameFromElsewhere),
        new("nameOfPassage", IsSupported: false, NameOfPassage),
        new("rolesSwapped", IsSupported: false, SwapRoles),
        new("speakerSwapped", IsSupported: false, SwapSpeaker),
        new("spliced", IsSupported: false, Splice),
    ];

    private static string? NameFromElsewhere(ClaimSample sample)
    {
        string[] others =
        [
            .. Name()
                .Matches(sample.Stranger ?? "")
                .Select(m => m.Value)
                .Where(v => !InSources(sample, v.Split(' ')[0]) && !InSources(sample, v.Split(' ')[^1])),
        ];
        return sample.Pick<Match>(Name().Matches(sample.Text)) is { } name && sample.Pick(others) is { } other
            ? WordSwap.Swap(sample.Text, (name, other))
            : null;
    }

    private static string? NameOfPassage(ClaimSample sample)
    {
        Match? name = sample.Pick(Name().Matches(sample.Text));
        string[] others =
        [
            .. sample
                .Sources.SelectMany(s => s.Passage.Sentences.Select(r => s.Passage.GetText(r)))
                .SelectMany(t => Name().Matches(t))
                .Select(m => m.Value)
                .Distinct(StringComparer.Ordinal)
                .Where(v => name is not null && !SharesWord(sample.Text, v)),
        ];
        return name is not null && sample.Pick(others) is { } other ? WordSwap.Swap(sample.Text, (name, other)) : null;
    }

    /// <summary>Two names that a verb parts change places.</summary>
    private static string? SwapRoles(ClaimSample sample)
    {
        Match[] names = [.. Name().Matches(sample.Text).Cast<Match>()];
        for (int i = 0; i + 1 < names.Length; i++)
        {
            string between = sample.Text[(names[i].Index + names[i].Length)..names[i + 1].Index];
            if (Verb().IsMatch(between) && names[i].Value != names[i + 1].Value)
            {
                string swapped = WordSwap.Swap(sample.Text, (names[i + 1], names[i].Value));
                return WordSwap.Swap(swapped, (names[i], names[i + 1].Value));
            }
        }

        return null;
    }

    private static string? SwapSpeaker(ClaimSample sample)
    {
        Match speaker = Speaker().Match(sample.Text);
        string[] others =
        [
            .. sample
                .Sources.SelectMany(s => Name().Matches(s.Passage.Text))
                .Select(m => m.Value)
                .Where(v => !SharesWord(sample.Text, v)),
        ];
        return speaker.Success && sample.Pick(others) is { } other
            ? WordSwap.Swap(sample.Text, (speaker, other))
            : null;
    }

    /// <summary>The subject of a neighbouring sentence with the predicate of this one.</summary>
    private static string? Splice(ClaimSample sample)
    {
        Match own = Subject().Match(sample.Text);
        Match other = Subject().Match(sample.Neighbour ?? "");
        return own.Success && other.Success && !SharesWord(own.Value, other.Value)
            ? other.Value + sample.Text[own.Length..]
            : null;
    }

    private static bool InSources(ClaimSample sample, string word) =>
        sample.Sources.Any(s =>
            s.Passage.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
            || s.Passage.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        );

    private static bool SharesWord(string text, string name) =>
        name.Split(' ').Any(w => w.Length > 3 && text.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>Capitalised words inside a sentence.</summary>
    [GeneratedRegex(
        @"(?<=[\p{Ll},;] )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})*(?![\p{L}-])(?<!January|February|March|April|May|June|July|August|September|October|November|December)|^\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})+(?![\p{L}-])",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\b(?:\p{Ll}{3,}ed|was|were|is|has|had|met|made|won|gave|took|led|beat|told)\b",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})*(?= (?:said|told|stated|announced|argued|claimed|wrote|declared|added|reported)\b)",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Speaker();

    [GeneratedRegex(
        @"^(?!It\b|He\b|She\b|They\b|This\b|That\b|These\b|Those\b|There\b|What\b|Who\b|Which\b|One\b|Each\b|Some\b|Many\b)(?:The|A|An|\p{Lu}\p{Ll}+)(?: [\p{L}-]+){0,4}?(?= (?:is|was|are|were|has|had|have|will|can|\p{Ll}{3,}ed|became|began|led|made|took|won|held|gave|said)\b)",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Subject();
}
