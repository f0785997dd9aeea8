using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Articles;
using SummitBot.Core.Models;
using SummitBot.Language;

namespace SummitBot.Core.Answers;

/// <summary>What a person gets for a question. Every citation has passed the citation gate.</summary>
public sealed record Answer
{
    /// <summary>The writer of what stands in the articles word for word.</summary>
    public const string ExtractiveWriter = "embedded";

    public required string Question { get; init; }

    public required AnswerOutcome Outcome { get; init; }

    public AnswerKind Kind { get; init; }

    /// <summary>ISO 639-1 code of the question; the fixed phrases around an answer follow it.</summary>
    public string Language { get; init; } = LanguageCodes.English;

    /// <summary>How likely the first sentence answers the question, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The whole answer as plain text with marks such as <c>[1]</c>; for a refusal, the refusal.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// What stands above <see cref="Closest"/> in a channel that lists the articles by itself instead of showing
    /// <see cref="Text"/>; null when there are none.
    /// </summary>
    public string? Lead { get; init; }

    /// <summary>
    /// Empty for small talk, lists of articles and refusals. For <see cref="AnswerOutcome.Offered"/> each is a passage that
    /// may answer, of one or two sentences, and each stands for itself.
    /// </summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>
    /// The passages that may answer, the likeliest first, whatever the outcome; for evaluation. Only for
    /// <see cref="AnswerOutcome.Offered"/> they are shown, as <see cref="Sentences"/>.
    /// </summary>
    public IReadOnlyList<AnswerSentence> Offers { get; init; } = [];

    /// <summary>The words of the first citation's quote that answer by themselves; null when not sure of any.</summary>
    public ShortAnswer? ShortAnswer { get; init; }

    /// <summary>In order of their numbers; empty when there are no sentences.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>
    /// Given with a refusal or a question back: the articles nearest to the question, best first, at most three. For a
    /// list of articles: the articles listed.
    /// </summary>
    public IReadOnlyList<ArticleSummary> Closest { get; init; } = [];

    /// <inheritdoc cref="AnswerDraft.Confirms"/>
    public bool? Confirms { get; init; }

    /// <summary>The articles disagree: each sentence is one side of it, the newest article's first.</summary>
    public bool IsConflicting { get; init; }

    /// <summary>Who wrote it: <see cref="ExtractiveWriter"/>, or the name of a model.</summary>
    public required string Writer { get; init; }

    /// <summary>A model worded its sentences.</summary>
    public bool IsByModel => Writer != ExtractiveWriter && Sentences.Count > 0;

    /// <summary>What the model took; null when none was asked.</summary>
    public ModelUsage? Usage { get; init; }

    /// <summary>Why the model's answer is not shown as a whole though one was asked; null when it is, or none is set.</summary>
    public ModelError? ModelError { get; init; }

    /// <summary>The model's trouble came after a first sentence of it had passed the gate, and may have been shown.</summary>
    public bool IsBrokenOff { get; init; }

    /// <summary>A quiet sentence for below the answer when <see cref="ModelError"/> is set; null otherwise.</summary>
    public string? Note =>
        ModelError is null ? null
        : IsBrokenOff ? Phrases.For(Language).ModelBrokeOff
        : Phrases.For(Language).WithoutModel;

    /// <summary>How it came about; null unless the question asked for it and articles were searched.</summary>
    public Explanation? Explanation { get; init; }

    public TimeSpan Elapsed { get; init; }
}
