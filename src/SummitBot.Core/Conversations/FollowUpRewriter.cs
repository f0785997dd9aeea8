using System.Globalization;
using SummitBot.Core.Languages;

namespace SummitBot.Core.Conversations;

/// <summary>
/// Makes whole questions of fragments: "And in 2019?" after "Where did they meet in 2023?" is "Where did they meet in
/// 2019?", and a bare "When?" asks the former question with another asking word.
/// </summary>
internal static class FollowUpRewriter
{
    private const int MostFragmentWords = 8;

    /// <summary>The whole question; null when the question is no fragment, or fits nowhere in the former one.</summary>
    /// <param name="question">The follow-up.</param>
    /// <param name="former">The question before it, itself whole.</param>
    public static string? Rewrite(string question, string former, LanguageProfile profile)
    {
        IReadOnlyList<string> words = QuestionWords.Of(question);
        if (words.Count is 0 or > MostFragmentWords)
        {
            return null;
        }

        if (profile.IsAskingWord(words[0]))
        {
            return FragmentAfterPhrase(words, profile) is { } piece ? Fit(piece, former, profile)
                : IsBareAsking(words, profile) ? $"{string.Join(' ', words)}? {former}"
                : null;
        }

        bool leans = profile.EllipsisStarts.Contains(words[0]);
        return leans && !words.Any(profile.IsAskingWord) ? Fit([.. words.Skip(1)], former, profile) : null;
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

    private static string? Fit(IReadOnlyList<string> piece, string former, LanguageProfile profile)
    {
        if (piece.Count == 0)
        {
            return null;
        }

        string core = former.TrimEnd('?', '.', '!', ' ');
        if (piece.FirstOrDefault(IsYear) is { } year)
        {
            string? old = QuestionWords.Of(core).LastOrDefault(IsYear);
            return old is null
                ? $"{core} {string.Join(' ', piece)}?"
                : core.Replace(old, year, StringComparison.Ordinal) + "?";
        }

        string[] newName = NamesOf(piece, profile).LastOrDefault() ?? [];
        string[]? oldName = NamesOf([.. QuestionWords.Of(core).Skip(1)], profile).LastOrDefault();
        if (newName.Length == 0 || oldName is null)
        {
            return $"{core} {string.Join(' ', piece)}?";
        }

        string oldText = string.Join(' ', oldName);
        return core.Contains(oldText, StringComparison.Ordinal)
            ? core.Replace(oldText, string.Join(' ', newName), StringComparison.Ordinal) + "?"
            : $"{core} {string.Join(' ', piece)}?";
    }

    private static IEnumerable<string[]> NamesOf(IReadOnlyList<string> words, LanguageProfile profile)
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
