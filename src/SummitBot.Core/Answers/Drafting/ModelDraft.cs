using System.Text.Json;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>A model's draft as far as it has come, its sentences reviewed as they arrive.</summary>
/// <param name="max">Further sentences than so many are left aside.</param>
internal sealed class ModelDraft(string writer, DraftReview review, ModelUsage? rewriting, int max)
{
    /// <summary>A draft that needs more sentences to have some stand is none: checking them all would cost seconds.</summary>
    private const int MaxReviewed = 100;

    private int _reviewed;
    private bool _saysNoAnswer;
    private ModelError? _error;

    /// <summary>The model that writes.</summary>
    public string Writer { get; private set; } = writer;

    /// <summary>Everything asked of models for this answer; null while nothing is known.</summary>
    public ModelUsage? Usage { get; private set; } = rewriting;

    public void Fail(ModelError error) => _error = error;

    /// <summary>Takes a part in.</summary>
    /// <returns>True when there is another sentence to show.</returns>
    public bool Add(DraftPart part)
    {
        switch (part)
        {
            case DraftStarted started:
                Writer = started.Model;
                return false;
            case PassagesFound found:
                review.AddPassages(found.Passages);
                return false;
            case NoAnswerInPassages:
                _saysNoAnswer = true;
                return false;
            case UsageReported reported:
                Usage = Usage?.Add(reported.Usage) ?? reported.Usage;
                return false;
            case GeneratedSentence sentence when review.Current.Sentences.Count < max && _reviewed++ < MaxReviewed:
                return review.Check(sentence).Sentence is not null;
            default:
                return false;
        }
    }

    /// <summary>The sentences that passed so far.</summary>
    public Answer Partial(ResolvedQuestion question) => CreateAnswer(question, review.Current, confidence: 0);

    /// <summary>The end: the model's answer, its refusal, or the embedded answer.</summary>
    public ModelAnswerResult Conclude(
        ExtractiveAnswer extractive,
        ResolvedQuestion question,
        IReadOnlyList<RetrievedPassage> passages,
        double minConfidence
    )
    {
        ReviewOutcome outcome = review.Conclude();
        bool saysNothing = outcome.Log.Count == 0;
        ModelError? error =
            _error
            ?? (
                saysNothing && _saysNoAnswer ? null
                : outcome.Decision == DraftDecision.Stands ? null
                : ModelError.Unsupported
            );
        Answer answer =
            error is not null
                ? extractive.Answer with
                {
                    ModelError = error,
                    IsBrokenOff = _error is not null && outcome.Draft.Sentences.Count > 0,
                }
            : saysNothing ? Refusal.Create(question, passages, extractive.Answer.Confidence, Writer)
            : CreateAnswer(question, outcome.Draft, Math.Max(extractive.Answer.Confidence, minConfidence));
        if (error is null && outcome.HasOmissions)
        {
            answer = answer with { Text = $"{answer.Text} {Phrases.For(question.Language).PartLeftOut}" };
        }

        string reason =
            _error is { } known ? $"no usable draft ({GetName(known)}); the embedded answer is shown"
            : error is not null ? $"unsupported ({GetName(outcome.Decision)}); the embedded answer is shown"
            : saysNothing ? "says that the articles don't answer"
            : "stands";
        return new ModelAnswerResult(answer with { Usage = Usage }, reason, CreateTrace(outcome, reason));
    }

    private Answer CreateAnswer(ResolvedQuestion question, CheckedDraft draft, double confidence) =>
        new()
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.Answered,
            Confidence = confidence,
            Text = AnswerText.From(draft.Sentences),
            Sentences = draft.Sentences,
            Citations = draft.Citations,
            Writer = Writer,
        };

    private ModelTrace CreateTrace(ReviewOutcome outcome, string reason) =>
        new(
            Writer,
            reason,
            [
                .. outcome.Log.Select(s => new ReviewTrace(
                    s.Draft,
                    GetName(s.Action),
                    s.Sentence?.Text,
                    s.FailedChecks,
                    s.Passage?.ToString()
                )),
            ],
            Usage
        );

    private static string GetName(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
