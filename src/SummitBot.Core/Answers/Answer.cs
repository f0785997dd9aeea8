using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Articles;
using SummitBot.Core.Models;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers;

/// <summary>The reply to a question. Every citation has passed the citation gate.</summary>
public sealed record Answer
{
    /// <summary>The name of the writer that quotes sentences of the articles word for word.</summary>
    public const string ExtractiveWriter = "embedded";

    public required string Question { get; init; }

    public required AnswerOutcome Outcome { get; init; }

    public AnswerKind Kind { get; init; }

    /// <summary>ISO 639-1 code of the question; the fixed phrases around an answer are in this language.</summary>
    public string Language { get; init; } = LanguageCodes.English;

    /// <summary>Probability that the first sentence answers the question, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The whole answer as plain text with marks such as <c>[1]</c>; for a refusal, the refusal.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The text above <see cref="Closest"/> in a channel that lists the articles itself instead of showing <see
    /// cref="Text"/>; null when there are none.
    /// </summary>
    public string? Lead { get; init; }

    /// <summary>
    /// Empty for small talk, lists of articles and refusals. For <see cref="AnswerOutcome.Offered"/>, each is an
    /// independent passage of one or two sentences that may answer.
    /// </summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>
    /// The passages that may answer, most likely first, for any outcome; for evaluation. They are shown only for <see
    /// cref="AnswerOutcome.Offered"/>, as <see cref="Sentences"/>.
    /// </summary>
    public IReadOnlyList<AnswerSentence> Offers { get; init; } = [];

    /// <summary>
    /// The part of the first citation's quote that answers by itself; null when the writer is not sure of one.
    /// </summary>
    public ShortAnswer? ShortAnswer { get; init; }

    /// <summary>In order of their numbers; empty when there are no sentences.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>
    /// For a refusal or a clarifying question: the articles nearest to the question, best first, at most three. For a
    /// list of articles: the articles listed.
    /// </summary>
    public IReadOnlyList<ArticleSummary> Closest { get; init; } = [];

    /// <inheritdoc cref="AnswerDraft.Confirms"/>
    public bool? Confirms { get; init; }

    /// <summary>True when the articles disagree: each sentence is one side, newest article first.</summary>
    public bool IsConflicting { get; init; }

    /// <summary>Who wrote it: <see cref="ExtractiveWriter"/>, or the name of a model.</summary>
    public required string Writer { get; init; }

    /// <summary>True when a model worded the sentences.</summary>
    public bool IsByModel => Writer != ExtractiveWriter && Sentences.Count > 0;

    /// <summary>The model's usage; null when no model was asked.</summary>
    public ModelUsage? Usage { get; init; }

    /// <summary>
    /// Why the model's whole answer is not shown although a model was asked; null when it is shown, or when no model is
    /// configured.
    /// </summary>
    public ModelError? ModelError { get; init; }

    /// <summary>
    /// True when the model failed after its first sentence had passed the gate and may have been shown.
    /// </summary>
    public bool IsBrokenOff { get; init; }

    /// <summary>Items of a list that are not among <see cref="Sentences"/>, because there are too many.</summary>
    public int OmittedItems { get; init; }

    /// <summary>
    /// A short note to show below the answer when <see cref="ModelError"/> is set or items are omitted; null otherwise.
    /// </summary>
    public string? Note =>
        ModelError is null ? (OmittedItems > 0 ? Phrases.For(Language).OmittedItems(OmittedItems) : null)
        : IsBrokenOff ? Phrases.For(Language).ModelBrokeOff
        : Phrases.For(Language).WithoutModel;

    /// <summary>
    /// How the answer was chosen; null unless the question asked for an explanation and articles were searched.
    /// </summary>
    public Explanation? Explanation { get; init; }

    public TimeSpan Elapsed { get; init; }
}

/// <summary>The part of the first quoted sentence that answers by itself: a date, a number, a name.</summary>
/// <param name="Text">The article's plain text in <paramref name="Range"/>, word for word.</param>
/// <param name="Citation">Number of the citation whose quote holds it.</param>
/// <param name="Range">The range in the article's plain text, UTF-16 units, inside that citation's.</param>
public sealed record ShortAnswer(string Text, int Citation, TextRange Range);
