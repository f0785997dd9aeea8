using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Questions;

/// <summary>A question with everything that sentence selection needs.</summary>
internal sealed record AnalyzedQuestion
{
    /// <summary>Letters; keeps "best" and "west" from counting as superlatives by their ending.</summary>
    private const int LongestUninflected = 5;

    public required IReadOnlyList<Word> Words { get; init; }

    /// <summary>Content words, each stem once, in the order of the question.</summary>
    public required IReadOnlyList<QuestionTerm> Terms { get; init; }

    /// <summary>Sum of the terms' weights; above 0.</summary>
    public required double TotalWeight { get; init; }

    public required AnswerType Type { get; init; }

    public required LanguageProfile Profile { get; init; }

    public required IReadOnlySet<string> Stems { get; init; }

    /// <summary>The name or noun that "Who is X?" and "What is X?" ask about; null for another question.</summary>
    public IReadOnlyList<Word>? Defined { get; init; }

    public bool IsNegated => Words.Any(w => IsNegation(w, Profile));

    /// <summary>True for a word that restricts a question to one of several: <c>first</c>, <c>largest</c>.</summary>
    public static bool IsModifier(Word word, LanguageProfile profile) =>
        profile.Modifiers.Contains(word.Form)
        || (
            word.Form.Length > LongestUninflected
            && profile.SuperlativeSuffixes.Any(s => word.Form.EndsWith(s, StringComparison.Ordinal))
        );

    /// <summary>True for a word that negates, by itself or by its ending.</summary>
    public static bool IsNegation(Word word, LanguageProfile profile) =>
        profile.Negations.Contains(word.Form)
        || profile.NegationSuffixes.Any(s => word.Form.EndsWith(s, StringComparison.Ordinal));
}
