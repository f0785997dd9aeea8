using System.Globalization;
using SummitBot.Language;

namespace SummitBot.Core.Questions;

/// <summary>
/// Makes whole questions of fragments: "And in 2019?" after "Where did they meet in 2023?" is "Where did they meet in
/// 2019?", and a bare "When?" asks the former question with another asking word.
/// </summary>
internal static class FollowUpRewriter
{
    private const int MaxFragmentWords = 8;

    /// <summary>Words around a year that do not change what is asked: "by late 2019".</summary>
    private static readonly HashSet<string> LooseTimeWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "late",
        "early",
        "year",
        "año",
        "finales",
        "principios",
    };

    /// <summary>The whole question; null when the question is no fragment, or fits nowhere in the former one.</summary>
    /// <param name="question">The follow-up.</param>
    /// <param name="previous">The question before it, itself whole.</param>
    public static string? Rewrite(string question, string previous, LanguageProfile profile)
    {
        IReadOnlyList<string> words = QuestionTokenizer.Tokenize(question);
        if (words.Count is 0 or > MaxFragmentWords)
        {
            return null;
        }

        if (profile.IsAskingWord(words[0]))
        {
            return FragmentAfterPhrase(words, profile) is { } piece ? Fit(piece, previous, profile)
                : IsBareAsking(words, profile) ? $"{string.Join(' ', words)}? {previous}"
                : null;
        }

        bool isFollowUp = profile.EllipsisStarts.Contains(words[0]);
        return isFollowUp && !words.Any(profile.IsAskingWord) ? Fit([.. words.Skip(1)], previous, profile) : null;
    }

    private static IReadOnlyList<string>? FragmentAfterPhrase(IReadOnlyList<string> words, LanguageProfile profile)
    {
        foreach (string phrase in profile.FragmentStarts)
        {
            string[] start = phrase.Split(' ');
            bool matches =
                words.Count > start.Length
                && start.SequenceEqual(words.Take(start.Length), StringComparer.OrdinalIgnoreCase);
            if (matches)
            {
                return [.. words.Skip(start.Length)];
            }
        }

        return null;
    }

    /// <summary>True for "When?", "And why not?": nothing but asking words and other words without content.</summary>
    private static bool IsBareAsking(IReadOnlyList<string> words, LanguageProfile profile) =>
        words.All(profile.StopWords.Contains) && !words.Any(profile.Pronouns.Contains);

    private static string? Fit(IReadOnlyList<string> piece, string previous, LanguageProfile profile)
    {
        if (piece.Count == 0)
        {
            return null;
        }

        string core = previous.TrimEnd('?', '.', '!', ' ');
        string appended = $"{core} {string.Join(' ', piece)}?";
        if (piece.FirstOrDefault(IsYear) is { } year)
        {
            string? old = QuestionTokenizer.Tokenize(core).LastOrDefault(IsYear);
            bool saysMore = piece.Any(w => !IsYear(w) && !IsFiller(w, profile));
            return old is null || saysMore ? appended : Replaced(core, old, year);
        }

        string[] newName = FindNames(piece, profile).LastOrDefault() ?? [];
        string[]? oldName = FindNames([.. QuestionTokenizer.Tokenize(core).Skip(1)], profile).LastOrDefault();
        string newText = string.Join(' ', newName);
        string oldText = string.Join(' ', oldName ?? []);
        bool isOnlyName = newName.Length > 0 && piece.All(w => newName.Contains(w) || IsFiller(w, profile));
        bool fits =
            isOnlyName
            && oldText.Length > 0
            && core.Contains(oldText, StringComparison.Ordinal)
            && !core.Contains(newText, StringComparison.Ordinal);
        return fits ? Replaced(core, oldText, newText) : appended;
    }

    /// <summary>The question with the last occurrence of a piece replaced.</summary>
    private static string Replaced(string core, string old, string piece)
    {
        int at = core.LastIndexOf(old, StringComparison.Ordinal);
        return $"{core[..at]}{piece}{core[(at + old.Length)..]}?";
    }

    private static bool IsFiller(string word, LanguageProfile profile) =>
        profile.StopWords.Contains(word) || LooseTimeWords.Contains(word);

    private static IEnumerable<string[]> FindNames(IReadOnlyList<string> words, LanguageProfile profile)
    {
        var name = new List<string>();
        foreach (string word in words)
        {
            if (char.IsUpper(word[0]) && !profile.StopWords.Contains(word))
            {
                name.Add(word);
                continue;
            }

            if (name.Count > 0)
            {
                yield return [.. name];
                name.Clear();
            }
        }

        if (name.Count > 0)
        {
            yield return [.. name];
        }
    }

    private static bool IsYear(string word) =>
        word.Length == 4
        && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
        && year is >= 1000 and < 2100;
}
