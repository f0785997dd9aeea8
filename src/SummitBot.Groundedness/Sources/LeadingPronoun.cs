using System.Text.RegularExpressions;

namespace SummitBot.Groundedness.Sources;

/// <summary>Resolves pronouns at the start of a sentence to the subject of the previous sentence.</summary>
public static partial class LeadingPronoun
{
    /// <summary>True for <c>He said</c>, <c>Its engine</c>, <c>This was</c>.</summary>
    public static bool Opens(string sentence) => Pronoun().IsMatch(sentence);

    /// <summary>
    /// The sentence with a leading "he" or "she" replaced by the person of the previous sentence; unchanged without
    /// such a pronoun, or when the previous sentence does not start with a name.
    /// </summary>
    public static string Resolve(string sentence, string? before)
    {
        Match pronoun = Person().Match(sentence);
        Match name = Name().Match(before ?? "");
        return pronoun.Success && name.Success
            ? string.Concat(
                name.Value,
                pronoun.Groups["possessive"].Success ? "'s" : "",
                sentence.AsSpan(pronoun.Length)
            )
            : sentence;
    }

    [GeneratedRegex(
        @"^(?:he|she|it|they|his|her|its|their|this|that|these|those)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^(?:He|She|(?<possessive>His))\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Person();

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)+|^\p{Lu}[\p{L}'’-]+(?=\s+\p{Ll}+(?:ed|id|ays?|s)\b)",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Name();
}
