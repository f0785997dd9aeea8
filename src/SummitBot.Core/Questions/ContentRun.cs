using SummitBot.Language;

namespace SummitBot.Core.Questions;

/// <summary>Content words of a question that stand together and are of one kind, names or other words.</summary>
/// <param name="Start">The first word, counted from 0.</param>
/// <param name="End">The word after the last one.</param>
internal readonly record struct ContentRun(IReadOnlyList<string> Words, int Start, int End)
{
    /// <summary>
    /// What a phrase of a follow-up replaces: behind the same word ("for children", "for adults") the words of the same kind,
    /// else the last such words behind a determiner, else the last ones.
    /// </summary>
    /// <param name="words">The former question.</param>
    /// <param name="heads">The words without content that the phrase begins with; may be empty.</param>
    /// <param name="content">Its content words, at least one.</param>
    /// <returns>Null when the former question has no such words, or the phrase is of both kinds.</returns>
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

        bool hasPreposition = heads.Any(h => !profile.Determiners.Contains(h));
        List<(string Head, ContentRun Run)> runs = [.. FindAll(words, isName, profile)];
        return runs.FindLast(r => heads.Count > 0 && SameWord(r.Head, heads[^1])) is { Run.Words: { } } sameHead
                ? sameHead.Run
            : hasPreposition || isName ? null
            : runs.FindLast(r => profile.Determiners.Contains(r.Head)) is { Run.Words: { } } determined ? determined.Run
            : runs.Count > 0 ? runs[^1].Run
            : null;
    }

    /// <summary>The runs of a kind, each with the word without content before it or before the names that it follows.</summary>
    private static IEnumerable<(string Head, ContentRun Run)> FindAll(
        IReadOnlyList<string> words,
        bool areNames,
        LanguageProfile profile
    )
    {
        string head = "";
        for (int i = 0; i < words.Count; )
        {
            if (profile.StopWords.Contains(words[i]) || profile.IsAskingWord(words[i]))
            {
                head = words[i++];
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
                yield return (head, new ContentRun([.. words.Skip(start).Take(end - start)], start, end));
            }
        }

        bool IsContent(string word) => !profile.StopWords.Contains(word) && !profile.IsAskingWord(word);
    }

    /// <summary>Without the verb at the end of a question that begins with an auxiliary: "does a tyre change cost".</summary>
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
