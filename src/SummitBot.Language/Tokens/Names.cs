using SummitBot.Language.Words;

namespace SummitBot.Language.Tokens;

/// <summary>
/// Detects names by capitals: a capitalized word inside a sentence; at its beginning, one that is followed by a
/// capitalized word or is not in the dictionary.
/// </summary>
internal static class Names
{
    public static List<AnnotatedWord> Mark(List<AnnotatedWord> tokens, bool isEnglish)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (IsName(tokens, i, isEnglish))
            {
                tokens[i] = tokens[i] with { IsName = true };
            }
        }

        return tokens;
    }

    private static bool IsName(List<AnnotatedWord> tokens, int i, bool isEnglish)
    {
        AnnotatedWord token = tokens[i];
        if (!token.IsCapital || token.IsFunction || token.IsNumber || token.Month > 0 || token.Lower.Length < 2)
        {
            return false;
        }

        if (!token.OpensSentence)
        {
            return true;
        }

        AnnotatedWord? next = i + 1 < tokens.Count ? tokens[i + 1] : null;
        bool isFollowed = next is { IsCapital: true, IsFunction: false, FollowsBreak: false, IsNumber: false };
        bool isAdverb = token.Lower.EndsWith("ly", StringComparison.Ordinal);
        return isFollowed
            || (
                isEnglish
                && !isAdverb
                && !WordTables.English.Contains(token.Lemma)
                && !WordTables.English.Contains(token.Lower)
            );
    }
}
