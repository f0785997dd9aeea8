using System.Text.Json;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>A model's draft as far as it has come, its sentences reviewed as they arrive.</summary>
/// <param name="most">Further sentences than so many are left aside.</param>
internal sealed class ModelDraft(string writer, DraftReview review, ModelUsage? rewriting, int most)
{
    /// <summary>A draft that needs more sentences to have some stand is none: checking them all would cost seconds.</summary>
    private const int MostReviewed = 100;

    private int _reviewed;
    private bool _saysNoAnswer;
    private ModelTrouble? _trouble;

    /// <summary>The model that writes.</summary>
    public string Writer { get; private set; } = writer;

    /// <summary>Everything asked of models for this answer; null while nothing is known.</summary>
    public ModelUsage? Usage { get; private set; } = rewriting;

    public void Fail(ModelTrouble trouble) => _trouble = trouble;

    /// <summary>Takes a part in.</summary>
    /// <returns>True when there is another sentence to show.</returns>
    public bool Take(DraftPart part)
    {
        switch (part)
        {
            case DraftBegun begun:
                Writer = begun.Model;
                return false;
            case PassagesFound found:
                review.AddPassages(found.Passages);
                return false;
            case NoAnswerInPassages:
                _saysNoAnswer = true;
                return false;
            case UsageReported reported:
                Usage = Usage?.Plus(reported.Usage) ?? reported.Usage;
                return false;
            case DraftedSentence sentence when review.Current.Sentences.Count < most && _reviewed++ < MostReviewed:
                return review.Check(sentence).Sentence is not null;
            default:
                return false;
        }
    }

    /// <summary>The sentences that passed so far.</summary>
    public Answer Partial(ResolvedQuestion question) => AnswerOf(question, review.Current, confidence: 0);

    /// <summary>The end: the model's answer, its refusal, or the embedded answer.</summary>
    public ConcludedDraft Conclude(
        EmbeddedAnswer embedded,
        ResolvedQuestion question,
        IReadOnlyList<RetrievedPassage> passages,
        double minConfidence
    )
    {
        ReviewOutcome outcome = review.Conclude();
        bool saysNothing = outcome.Log.Count == 0;
        ModelTrouble? trouble =
            _trouble
            ?? (
                saysNothing && _saysNoAnswer ? null
                : outcome.Decision == DraftDecision.Stands ? null
                : ModelTrouble.Unsupported
            );
        Answer answer =
            trouble is not null
                ? embedded.Answer with
                {
                    ModelTrouble = trouble,
                    IsBrokenOff = _trouble is not null && outcome.Draft.Sentences.Count > 0,
                }
            : saysNothing ? Refusal.Of(question, passages, embedded.Answer.Confidence, Writer)
            : AnswerOf(question, outcome.Draft, Math.Max(embedded.Answer.Confidence, minConfidence));
        if (trouble is null && outcome.HasOmissions)
        {
            answer = answer with { Text = $"{answer.Text} {Phrases.For(question.Language).PartLeftOut}" };
        }

        string reason =
            _trouble is { } known ? $"no usable draft ({NameOf(known)}); the embedded answer is shown"
            : trouble is not null ? $"unsupported ({NameOf(outcome.Decision)}); the embedded answer is shown"
            : saysNothing ? "says that the articles don't answer"
            : "stands";
        return new ConcludedDraft(answer with { Usage = Usage }, reason, TraceOf(outcome, reason));
    }

    private Answer AnswerOf(ResolvedQuestion question, CheckedDraft draft, double confidence) =>
        new()
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.Answered,
            Confidence = confidence,
            Text = AnswerText.Of(draft.Sentences),
            Sentences = draft.Sentences,
            Citations = draft.Citations,
            Writer = Writer,
        };

    private ModelTrace TraceOf(ReviewOutcome outcome, string reason) =>
        new(
            Writer,
            reason,
            [
                .. outcome.Log.Select(s => new ReviewTrace(
                    s.Draft,
                    NameOf(s.Action),
                    s.Sentence?.Text,
                    s.Objections,
                    s.Passage?.ToString()
                )),
            ],
            Usage
        );

    private static string NameOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
