using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Questions;

/// <summary>
/// Detects ambiguous follow-ups: "What did he say?" after "Did Putin and Kim meet?". Only when the previous question
/// joined exactly two names and its answer does not favour one of them.
/// </summary>
internal static class AmbiguousReference
{
    private const int MaxWordsOfAChoice = 5;

    /// <summary>
    /// The two names; empty when the question itself names somebody, or when one of the two is more likely.
    /// </summary>
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
        bool asksForOne = words.Any(profile.PersonPronouns.Contains) && FindNames(words, profile).Length == 0;
        if (!asksForOne || FindNames(Tokenizer.SplitQuestion(previous), profile) is not [var first, var second])
        {
            return [];
        }

        IReadOnlyList<string> answered = Tokenizer.SplitQuestion(answer ?? "");
        bool isEven = CountMentions(first, answered) == CountMentions(second, answered);
        return isEven && AreJoined(previous, first, second, profile) ? [first, second] : [];
    }

    /// <summary>The ambiguous question, with the pronoun replaced by the name that the user chose.</summary>
    /// <param name="choice">The user's reply to "Do you mean Putin or Kim?".</param>
    /// <param name="asked">The ambiguous question.</param>
    /// <param name="before">The question that named both.</param>
    /// <returns>Null when the user said something else.</returns>
    public static ChosenReference? Choose(string choice, string asked, string before, LanguageProfile profile)
    {
        IReadOnlyList<string> words = Tokenizer.SplitQuestion(choice);
        bool isChoice = words.Count <= MaxWordsOfAChoice && !words.Any(profile.IsAskingWord);
        string? pronoun = Tokenizer.SplitQuestion(asked).FirstOrDefault(profile.PersonPronouns.Contains);
        if (
            !isChoice
            || pronoun is null
            || FindNames(Tokenizer.SplitQuestion(before), profile) is not [var first, var second]
            || CountMentions(first, words) > 0 == CountMentions(second, words) > 0
        )
        {
            return null;
        }

        (string chosen, string other) = CountMentions(first, words) > 0 ? (first, second) : (second, first);
        int at = asked.IndexOf(pronoun, StringComparison.Ordinal);
        return new ChosenReference($"{asked[..at]}{chosen}{asked[(at + pronoun.Length)..]}", other);
    }

    private static string[] FindNames(IEnumerable<string> words, LanguageProfile profile) =>
        [.. NameRecognizer.FindInQuestion(words, profile)];

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

/// <summary>The user's choice after a clarifying question.</summary>
/// <param name="Text">The question, with the name in place of the pronoun.</param>
/// <param name="Other">The name that was not meant.</param>
internal sealed record ChosenReference(string Text, string Other);
