using System.Diagnostics.CodeAnalysis;
using SummitBot.Core.Access;
using SummitBot.Language;
using SummitBot.Language.Dates;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Questions;

/// <summary>
/// A question with all that the search and the choice of sentences need of it, made once by <see cref="QuestionAnalyzer"/>.
/// </summary>
public sealed class AnalyzedQuestion(ResolvedQuestion resolved)
{
    /// <summary>Letters; "best" and "west" are no superlatives by their ending.</summary>
    private const int MaxUninflectedLength = 5;

    /// <summary>The question, standing alone.</summary>
    public ResolvedQuestion Resolved { get; } = resolved;

    /// <inheritdoc cref="ResolvedQuestion.Asked"/>
    public string Asked => Resolved.Asked;

    /// <inheritdoc cref="ResolvedQuestion.Text"/>
    public string Text => Resolved.Text;

    /// <inheritdoc cref="ResolvedQuestion.Language"/>
    public string Language => Resolved.Language;

    /// <inheritdoc cref="ResolvedQuestion.Scope"/>
    public AccessScope Scope => Resolved.Scope;

    /// <summary>Its terms as they are written, with the stems that the index holds.</summary>
    public IReadOnlyList<Term> Tokens { get; init; } = [];

    /// <summary>Its words, misspelt question words corrected.</summary>
    public IReadOnlyList<Word> Words { get; init; } = [];

    /// <summary>Content words, each stem once, in the order of the question.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; init; } = [];

    /// <summary>Sum of the terms' weights; above 0.</summary>
    public double TotalWeight { get; init; } = double.Epsilon;

    public AnswerType Type { get; init; }

    public LanguageProfile Profile { get; } = LanguageProfiles.For(resolved.Language);

    public IReadOnlySet<string> Stems { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The name or noun that "Who is X?" and "What is X?" ask about; null for another question.</summary>
    public IReadOnlyList<Word>? Defined { get; init; }

    /// <summary>The noun for the things that it asks for when it asks for several; otherwise null.</summary>
    public Word? Listed { get; init; }

    /// <summary>The two things that it compares; null when it compares none.</summary>
    public ComparedSides? Compared { get; init; }

    /// <summary>What it says of time.</summary>
    public QuestionTime Time { get; init; } = QuestionTime.None;

    /// <summary>The question without its words for the time; itself when it has none, or no others.</summary>
    [AllowNull]
    public AnalyzedQuestion Timeless
    {
        get => field ?? this;
        init;
    }

    public bool IsNegated => Words.Any(w => IsNegation(w, Profile));

    /// <summary>True for a word that narrows a question to one of several: <c>first</c>, <c>largest</c>.</summary>
    public static bool IsModifier(Word word, LanguageProfile profile) =>
        profile.Modifiers.Contains(word.Form)
        || (
            word.Form.Length > MaxUninflectedLength
            && profile.SuperlativeSuffixes.Any(s => word.Form.EndsWith(s, StringComparison.Ordinal))
        );

    /// <summary>True for a word that negates, by itself or by its ending.</summary>
    public static bool IsNegation(Word word, LanguageProfile profile) =>
        profile.Negations.Contains(word.Form)
        || profile.NegationSuffixes.Any(s => word.Form.EndsWith(s, StringComparison.Ordinal));
}
