using System.Collections.Frozen;
using SummitBot.Groundedness.Sources;

namespace SummitBot.Core.Answers.Reviewing;

/// <summary>
/// Sentences that state nothing of the world: introductions, closings, and remarks on the articles themselves. A fixed
/// list, since such a remark cannot be checked; they are left out, for SummitBot says such things in its own words.
/// </summary>
internal static class BoilerplateSentences
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "Here is what the articles say",
        "Here is what I found",
        "Here's what the articles say",
        "Here's what I found",
        "Here is the answer",
        "Here is a summary",
        "According to the articles",
        "According to the passages",
        "According to the article",
        "Based on the articles",
        "Based on the passages",
        "Based on the provided passages",
        "Based on the articles provided",
        "Based on the passages provided",
        "In summary",
        "To summarize",
        "To summarise",
        "In short",
        "In conclusion",
        "I hope this helps",
        "Hope this helps",
        "Let me know if you have more questions",
        "Let me know if you have any other questions",
        "Let me know if you need anything else",
        "The articles do not say more",
        "The articles do not say",
        "The articles don't say",
        "The articles do not say this",
        "The articles do not mention this",
        "The passages do not say",
        "The passages do not say more",
        "The passages do not mention this",
        "The passages do not answer the question",
        "The articles give no further details",
        "No further details are given",
        "No other details are given",
        "Yes",
        "No",
        "Sure",
        "Certainly",
        "Of course",
        "Additionally",
        "Furthermore",
        "However",
    }
        .Select(TextNormalizer.Normalize)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a known sentence of that kind, and for one without a word.</summary>
    public static bool Contain(string sentence)
    {
        string words = TextNormalizer.Normalize(sentence);
        return words.Length == 1 || Known.Contains(words);
    }
}
