using SummitBot.Language;

namespace SummitBot.Core.Questions;

/// <summary>Consecutive content words of a question of one kind, names or other words.</summary>
/// <param name="Start">The first word, counted from 0.</param>
/// <param name="End">The word after the last one.</param>
internal readonly record struct ContentRun(IReadOnlyList<string> Words, int Start, int End)
{
    /// <summary>
    /// The words that a phrase of a follow-up replaces: the words of the same kind after the same word ("for children",
    /// "for an adult"; a preposition counts, not the article after it), otherwise the last such words after a
    /// determiner, otherwise the last ones.
    /// </summary>
    /// <param name="words">The previous question.</param>
    /// <param name="heads">The words without content at the start of the phrase; may be empty.</param>
    /// <param name="content">Its content words, at least one.</param>
    /// <returns>Null when the previous question has no such words, or when the phrase has both kinds.</returns>
    public static ContentRun? FindReplaceable(
        IReadOnlyList<string> words,
        IReadOnlyList<string> heads,
        IReadOnlyList<string> content,
        LanguageProfile profile
    )
    {
        bool isName = IsCapitalised(content[0]);
        if (content.Any(w => IsCapitalised(w) != isName && !w.All(char.IsDigit)))
        {
            return null;
        }

        string[] prepositions = [.. heads.Where(h => !profile.Determiners.Contains(h))];
        bool hasPreposition = prepositions.Length > 0;
        List<(IReadOnlyList<string> Heads, ContentRun Run)> runs = [.. FindAll(words, isName, profile)];
        return runs.FindLast(r => HasSameHead(r.Heads)) is { Run.Words: { } } sameHead ? sameHead.Run
            : hasPreposition || isName ? null
            : runs.FindLast(r => r.Heads.Count > 0 && profile.Determiners.Contains(r.Heads[^1]))
                is { Run.Words: { } } determined
                ? determined.Run
            : runs.Count > 0 ? runs[^1].Run
            : null;

        bool HasSameHead(IReadOnlyList<string> old) =>
            hasPreposition
                ? old.Intersect(prepositions, StringComparer.OrdinalIgnoreCase).Any()
                : heads.Count > 0 && old.Count > 0 && SameWord(old[^1], heads[^1]);
    }

    /// <summary>
    /// The runs of a kind, each with the words without content before it or before its preceding names.
    /// </summary>
    private static IEnumerable<(IReadOnlyList<string> Heads, ContentRun Run)> FindAll(
        IReadOnlyList<string> words,
        bool areNames,
        LanguageProfile profile
    )
    {
        int firstHead = 0;
        int lastHead = -1;
        for (int i = 0; i < words.Count; )
        {
            if (profile.StopWords.Contains(words[i]) || profile.IsAskingWord(words[i]))
            {
                firstHead = lastHead == i - 1 ? firstHead : i;
                lastHead = i++;
                continue;
            }

            int start = i;
            bool isName = IsCapitalised(words[i]) && i > 0;
            while (i < words.Count && IsContent(words[i]) && (IsCapitalised(words[i]) || IsNumber(words[i])) == isName)
            {
                i++;
            }

            i = Math.Max(i, start + 1);
            int end = isName ? i : EndOfPhrase(words, start, i, profile);
            if (isName == areNames)
            {
                IReadOnlyList<string> heads = [.. words.Take(lastHead + 1).Skip(firstHead)];
                yield return (heads, new ContentRun([.. words.Skip(start).Take(end - start)], start, end));
            }
        }

        bool IsContent(string word) => !profile.StopWords.Contains(word) && !profile.IsAskingWord(word);
    }

    /// <summary>
    /// Excludes the verb at the end of a question that starts with an auxiliary: "does a tyre change cost".
    /// </summary>
    private static int EndOfPhrase(IReadOnlyList<string> words, int start, int end, LanguageProfile profile)
    {
        bool isAtEnd = end == words.Count && end - start > 1;
        return isAtEnd && words.Take(start).Any(IsAuxiliary) ? end - 1 : end;

        bool IsAuxiliary(string word) =>
            !profile.IsAskingWord(word)
            && !profile.Copulas.Contains(word)
            && (profile.ShortAnswers.SupportVerbs.Contains(word) || profile.ShortAnswers.Auxiliaries.Contains(word));
    }

    private static bool SameWord(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsNumber(string word) => word.All(char.IsDigit);

    private static bool IsCapitalised(string word) => char.IsUpper(word[0]);
}
