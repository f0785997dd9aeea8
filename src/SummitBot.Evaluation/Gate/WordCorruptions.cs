using System.Text.RegularExpressions;
using SummitBot.Language.Words;

namespace SummitBot.Evaluation.Gate;

/// <summary>Changes of what is said: negation, quantity, direction, certainty, one noun or verb, a quotation.</summary>
internal static partial class WordCorruptions
{
    private static readonly Dictionary<string, string> Quantifiers = Pairs(
        "all/some some/all most/few few/most many/few every/no each/no always/sometimes never/often often/never usually/rarely several/all only/not"
    );

    private static readonly Dictionary<string, string> Comparisons = Pairs(
        "more/less less/more before/after after/before first/last last/first higher/lower lower/higher larger/smaller smaller/larger "
            + "increase/decrease increased/decreased decreased/increased rose/fell fell/rise won/lost lost/won highest/lowest "
            + "largest/smallest smallest/largest most/least least/most above/below below/above earlier/later later/earlier "
            + "greater/smaller longer/shorter support/oppose supported/opposed opposed/supported"
    );

    /// <summary>Verbs and nouns that no reader would take for each other.</summary>
    private static readonly string[] OtherVerbs =
    [
        "paint",
        "cancel",
        "measure",
        "inherit",
        "imitate",
        "repair",
        "abandon",
        "copy",
    ];

    private static readonly string[] OtherNouns =
    [
        "bridge",
        "orchestra",
        "harbour",
        "vaccine",
        "kitchen",
        "festival",
        "satellite",
        "mirror",
    ];

    public static readonly IReadOnlyList<ClaimVariant> All =
    [
        new("quotationAltered", IsSupported: false, AlterQuotation),
        new("negationAdded", IsSupported: false, s => ReplaceFirst(s.Text, Auxiliary(), m => m.Value + " not")),
        new("negationRemoved", IsSupported: false, s => ReplaceFirst(s.Text, Negation(), _ => "")),
        new("quantifierChanged", IsSupported: false, s => SwapPair(s, Quantifiers)),
        new("comparisonReversed", IsSupported: false, s => SwapPair(s, Comparisons)),
        new("antonym", IsSupported: false, s => WordSwap.Replace(s, s.Text, WordTables.English.GetOpposites)),
        new("nounReplaced", IsSupported: false, s => ReplaceWord(s, isVerb: false)),
        new("verbReplaced", IsSupported: false, s => ReplaceWord(s, isVerb: true)),
        new("hedgeDropped", IsSupported: false, DropHedge),
    ];

    private static string? AlterQuotation(ClaimSample sample)
    {
        Match quotation = Quotation().Match(sample.Text);
        string[] words = quotation.Value.Split(' ');
        int changed = words.Length / 2;
        if (!quotation.Success || words.Length < 4 || words[changed].Length < 3)
        {
            return null;
        }

        words[changed] = sample.Pick(OtherNouns)!;
        return WordSwap.Swap(sample.Text, (quotation, string.Join(' ', words)));
    }

    private static string? SwapPair(ClaimSample sample, Dictionary<string, string> pairs)
    {
        Match[] words = [.. Word().Matches(sample.Text).Where(m => pairs.ContainsKey(m.Value))];
        return sample.Pick(words) is { } word ? WordSwap.Swap(sample.Text, (word, pairs[word.Value])) : null;
    }

    private static string? ReplaceWord(ClaimSample sample, bool isVerb) =>
        WordSwap.Replace(
            sample,
            sample.Text,
            w =>
                WordTables.English.Contains(w)
                && WordTables.English.IsVerbOnly(w) == isVerb
                && (isVerb || WordTables.English.IsNoun(w))
                    ? [sample.Pick(isVerb ? OtherVerbs : OtherNouns)!]
                    : []
        );

    private static string? DropHedge(ClaimSample sample)
    {
        string? text = ReplaceFirst(sample.Text, Adverb(), _ => "");
        if (text is not null)
        {
            return text;
        }

        Match modal = Modal().Match(sample.Text);
        return modal.Success ? WordSwap.Swap(sample.Text, (modal, "will")) : null;
    }

    private static string? ReplaceFirst(string text, Regex pattern, MatchEvaluator replacement)
    {
        string changed = pattern.Replace(text, replacement, 1);
        return changed == text ? null : changed;
    }

    private static Dictionary<string, string> Pairs(string pairs) =>
        pairs.Split(' ').Select(p => p.Split('/')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    [GeneratedRegex(@"\b\p{Ll}+\b", RegexOptions.None, 1_000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:is|was|are|were|has|had|will|can|could|would|should|may)\b(?! not\b| no\b| only\b)",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@" (?:not|never)\b(?! only| just| until)", RegexOptions.None, 1_000)]
    private static partial Regex Negation();

    [GeneratedRegex(@"(?<=[""“])[^""”“]{12,}(?=[""”])", RegexOptions.None, 1_000)]
    private static partial Regex Quotation();

    [GeneratedRegex(
        @" (?:allegedly|reportedly|possibly|probably|likely|perhaps|apparently)\b(?! to\b)",
        RegexOptions.None,
        1_000
    )]
    private static partial Regex Adverb();

    [GeneratedRegex(@"\b(?:may|might|could)\b", RegexOptions.None, 1_000)]
    private static partial Regex Modal();
}
