using SummitBot.Language.Words;

namespace SummitBot.Language.Tokens;

/// <summary>
/// Tells names by their capitals: a capitalised word inside a sentence; at its beginning, one that a capitalised word
/// follows or that no dictionary has.
/// </summary>
internal static class Names
{
    public static List<Token> Mark(List<Token> tokens, bool isEnglish)
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

    private static bool IsName(List<Token> tokens, int i, bool isEnglish)
    {
        Token token = tokens[i];
        if (!token.IsCapital || token.IsFunction || token.IsNumber || token.Month > 0 || token.Lower.Length < 2)
        {
            return false;
        }

        if (!token.OpensSentence)
        {
            return true;
        }

        Token? next = i + 1 < tokens.Count ? tokens[i + 1] : null;
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
