using System.Diagnostics.CodeAnalysis;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Answers.SmallTalk;

/// <summary>An expression with a gap, such as <c>articles about *</c>.</summary>
internal sealed record SlotPattern(SmallTalkIntent Intent, string[] Before, string[] After)
{
    public static SlotPattern Parse(SmallTalkIntent intent, string pattern)
    {
        int gap = pattern.IndexOf('*', StringComparison.Ordinal);
        return gap < 0
            ? throw new FormatException($"The expression '{pattern}' has no gap.")
            : new SlotPattern(intent, Tokenizer.GetStems(pattern[..gap]), Tokenizer.GetStems(pattern[(gap + 1)..]));
    }

    /// <summary>Matches the pattern with the tokens from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <param name="gap">The tokens in the gap, at least one.</param>
    public bool TryMatch(
        IReadOnlyList<Word> tokens,
        int start,
        int end,
        [NotNullWhen(true)] out (int First, int Last)? gap
    )
    {
        gap = null;
        int first = start + Before.Length;
        int last = end - After.Length - 1;
        if (last < first || !Matches(Before, tokens, start) || !Matches(After, tokens, last + 1))
        {
            return false;
        }

        gap = (first, last);
        return true;
    }

    private static bool Matches(string[] forms, IReadOnlyList<Word> tokens, int at)
    {
        for (int i = 0; i < forms.Length; i++)
        {
            if (!string.Equals(forms[i], tokens[at + i].Stem, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
