using SummitBot.Language;

namespace SummitBot.Core.Questions;

/// <summary>
/// Follow-ups that can be read in two ways: "What did he say?" after "Did Putin and Kim meet?". Says so only where the
/// question before joined exactly two names, and what was answered does not favour one of them.
/// </summary>
internal static class AmbiguousReference
{
    private const int MaxWordsOfAChoice = 5;

    /// <summary>The two names; empty when the question names somebody itself, or one of the two is likelier meant.</summary>
    /// <param name="words">The words of the follow-up.</param>
    /// <param name="previous">The question before it.</param>
    /// <param name="answer">The answer before it; null when there was none.</param>
    public static IReadOnlyList<string> Find(
        IReadOnlyList<string> words,
        string previous,
        string? answer,
        LanguageProfile profile
    )
    {
        bool asksForOne = words.Any(profile.PersonPronouns.Contains) && FindNames(words, profile).Count == 0;
        if (!asksForOne || FindNames(QuestionTokenizer.Tokenize(previous), profile) is not [var first, var second])
        {
            return [];
        }

        IReadOnlyList<string> answered = QuestionTokenizer.Tokenize(answer ?? "");
        bool isEven = CountMentions(first, answered) == CountMentions(second, answered);
        return isEven && AreJoined(previous, first, second, profile) ? [first, second] : [];
    }

    /// <summary>The question that was asked back about, with the name that the user chose in place of the pronoun.</summary>
    /// <param name="choice">What the user said to "Do you mean Putin or Kim?".</param>
    /// <param name="asked">The question that it was about.</param>
    /// <param name="before">The question that had named both.</param>
    /// <returns>Null when the user said something else.</returns>
    public static ChosenReference? Choose(string choice, string asked, string before, LanguageProfile profile)
    {
        IReadOnlyList<string> words = QuestionTokenizer.Tokenize(choice);
        bool isChoice = words.Count <= MaxWordsOfAChoice && !words.Any(profile.IsAskingWord);
        string? pronoun = QuestionTokenizer.Tokenize(asked).FirstOrDefault(profile.PersonPronouns.Contains);
        if (
            !isChoice
            || pronoun is null
            || FindNames(QuestionTokenizer.Tokenize(before), profile) is not [var first, var second]
            || CountMentions(first, words) > 0 == CountMentions(second, words) > 0
        )
        {
            return null;
        }

        (string chosen, string other) = CountMentions(first, words) > 0 ? (first, second) : (second, first);
        int at = asked.IndexOf(pronoun, StringComparison.Ordinal);
        return new ChosenReference($"{asked[..at]}{chosen}{asked[(at + pronoun.Length)..]}", other);
    }

    /// <summary>Runs of words with a capital; a first word that every question could begin with is none.</summary>
    private static List<string> FindNames(IReadOnlyList<string> words, LanguageProfile profile)
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

    private static bool AreJoined(string previous, string first, string second, LanguageProfile profile)
    {
        int end = previous.IndexOf(first, StringComparison.Ordinal) + first.Length;
        int start = previous.IndexOf(second, end, StringComparison.Ordinal);
        return start > end && profile.Conjunctions.Contains(previous[end..start].Trim());
    }

    private static int CountMentions(string name, IReadOnlyList<string> words)
    {
        string[] parts = name.Split(' ');
        return words.Count(w => parts.Contains(w, StringComparer.OrdinalIgnoreCase));
    }
}
