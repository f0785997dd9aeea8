using SummitBot.Language;

namespace SummitBot.Core.Questions;

/// <summary>
/// Follow-ups that can be read in two ways: "What did he say?" after "Did Putin and Kim meet?". Says so only where the
/// question before joined exactly two names, and what was answered does not favour one of them.
/// </summary>
internal static class TwoReadings
{
    private const int MostWordsOfAChoice = 5;

    /// <summary>The two names; empty when the question names somebody itself, or one of the two is likelier meant.</summary>
    /// <param name="words">The words of the follow-up.</param>
    /// <param name="former">The question before it.</param>
    /// <param name="answer">The answer before it; null when there was none.</param>
    public static IReadOnlyList<string> Find(
        IReadOnlyList<string> words,
        string former,
        string? answer,
        LanguageProfile profile
    )
    {
        bool asksForOne = words.Any(profile.PersonPronouns.Contains) && NamesOf(words, profile).Count == 0;
        if (!asksForOne || NamesOf(QuestionWords.Of(former), profile) is not [var first, var second])
        {
            return [];
        }

        IReadOnlyList<string> answered = QuestionWords.Of(answer ?? "");
        bool isEven = MentionsOf(first, answered) == MentionsOf(second, answered);
        return isEven && AreJoined(former, first, second, profile) ? [first, second] : [];
    }

    /// <summary>The question that was asked back about, with the name that the user chose in place of the pronoun.</summary>
    /// <param name="choice">What the user said to "Do you mean Putin or Kim?".</param>
    /// <param name="asked">The question that it was about.</param>
    /// <param name="before">The question that had named both.</param>
    /// <returns>Null when the user said something else.</returns>
    public static ChosenReading? Choose(string choice, string asked, string before, LanguageProfile profile)
    {
        IReadOnlyList<string> words = QuestionWords.Of(choice);
        bool isChoice = words.Count <= MostWordsOfAChoice && !words.Any(profile.IsAskingWord);
        string? pronoun = QuestionWords.Of(asked).FirstOrDefault(profile.PersonPronouns.Contains);
        if (
            !isChoice
            || pronoun is null
            || NamesOf(QuestionWords.Of(before), profile) is not [var first, var second]
            || MentionsOf(first, words) > 0 == MentionsOf(second, words) > 0
        )
        {
            return null;
        }

        (string chosen, string other) = MentionsOf(first, words) > 0 ? (first, second) : (second, first);
        int at = asked.IndexOf(pronoun, StringComparison.Ordinal);
        return new ChosenReading($"{asked[..at]}{chosen}{asked[(at + pronoun.Length)..]}", other);
    }

    /// <summary>Runs of words with a capital; a first word that every question could begin with is none.</summary>
    private static List<string> NamesOf(IReadOnlyList<string> words, LanguageProfile profile)
    {
        var names = new List<string>();
        bool isInside = false;
        foreach (string word in words)
        {
            bool isName = char.IsUpper(word[0]) && !profile.StopWords.Contains(word) && !profile.IsAskingWord(word);
            if (isName && isInside)
            {
                names[^1] = $"{names[^1]} {word}";
            }
            else if (isName)
            {
                names.Add(word);
            }

            isInside = isName;
        }

        return names;
    }

    private static bool AreJoined(string former, string first, string second, LanguageProfile profile)
    {
        int end = former.IndexOf(first, StringComparison.Ordinal) + first.Length;
        int start = former.IndexOf(second, end, StringComparison.Ordinal);
        return start > end && profile.Conjunctions.Contains(former[end..start].Trim());
    }

    private static int MentionsOf(string name, IReadOnlyList<string> words)
    {
        string[] parts = name.Split(' ');
        return words.Count(w => parts.Contains(w, StringComparer.OrdinalIgnoreCase));
    }
}
