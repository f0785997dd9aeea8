using SummitBot.Language;

namespace SummitBot.Core.Questions;

/// <summary>Tells whether a question leans on the turns before it.</summary>
internal static class FollowUpDetector
{
    private const int FewContentWords = 3;

    /// <summary>
    /// True for a question of at most three content words, one with a pronoun of the third person, one that begins with
    /// a word such as "and", or a demonstrative at its end.
    /// </summary>
    public static bool IsFollowUp(IReadOnlyList<string> words, LanguageProfile profile)
    {
        if (words.Count == 0)
        {
            return false;
        }

        return words.Count(w => !profile.StopWords.Contains(w)) <= FewContentWords
            || words.Any(profile.Pronouns.Contains)
            || profile.EllipsisStarts.Contains(words[0])
            || profile.Demonstratives.Contains(words[^1]);
    }
}
