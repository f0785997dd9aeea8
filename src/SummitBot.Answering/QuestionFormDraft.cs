using SummitBot.Answering.Comparing;
using SummitBot.Answering.Listing;
using SummitBot.Answering.Sentences;
using SummitBot.Answering.ShortAnswers;
using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering;

/// <summary>
/// Drafts answers to questions that one sentence does not answer: lists, comparisons, and questions for the reason of
/// something that the articles deny.
/// </summary>
internal static class QuestionFormDraft
{
    /// <summary>Sentences, best first, that may compare two things themselves.</summary>
    private const int MaxComparing = 3;

    /// <summary>The draft for a question that one sentence cannot answer; null for any other question.</summary>
    /// <param name="unsure">The draft without sentences.</param>
    public static AnswerDraft? Write(
        AnswerRequest request,
        AnalyzedQuestion question,
        IReadOnlyList<ScoredSentence> ranked,
        AnswerDraft unsure
    )
    {
        if (
            PremiseCheck.FindContradiction(question, ranked) is { } contradiction
            && (unsure.Confidence < QuotingAnswerWriter.ReadAnswerConfidence || contradiction == ranked[0])
        )
        {
            return Quote(unsure, [QuoteSelection.Whole(contradiction.Sentence)]) with { Confirms = false };
        }

        if (question.Compared is { } compared)
        {
            return ComparisonFinder.Find(question, compared, ranked) is { } found
                && found.Quotes.Count <= request.MaxSentences
                    ? Compare(unsure, found)
                : compared.Comparative is null
                || ranked.Take(MaxComparing).Any(s => ComparisonFinder.NamesBoth(s.Sentence, compared))
                    ? null
                : unsure with { Sentences = [QuoteSelection.Whole(ranked[0].Sentence)], IsOfferOnly = true };
        }

        return question.Listed is { } listed && request.MaxListItems > 1
            ? List(request, question, listed, ranked, unsure)
            : null;
    }

    private static AnswerDraft Compare(AnswerDraft unsure, FoundComparison found) =>
        found.IsSure
            ? Quote(unsure, found.Quotes) with
            {
                Difference = found.Difference,
            }
            : unsure with
            {
                Sentences = [.. found.Quotes],
                IsOfferOnly = true,
            };

    private static AnswerDraft? List(
        AnswerRequest request,
        AnalyzedQuestion question,
        Word listed,
        IReadOnlyList<ScoredSentence> ranked,
        AnswerDraft unsure
    )
    {
        var list = new ListFinder(question, listed, ranked, request.Passages);
        IReadOnlyList<CandidateSentence> items = list.FindEnumerated();
        if (items.Count > 1)
        {
            return Quote(unsure, [.. items.Take(request.MaxListItems).Select(QuoteSelection.Whole)]) with
            {
                IsList = true,
                OmittedItems = Math.Max(items.Count - request.MaxListItems, 0),
            };
        }

        IReadOnlyList<CandidateSentence> similar = list.FindSimilar();
        return similar.Count < 2
            ? null
            : unsure with
            {
                Sentences =
                [
                    .. similar
                        .Take(request.MaxListItems)
                        .Select(s => QuoteSelection.Whole(s) with { Confidence = unsure.Confidence }),
                ],
                IsList = true,
                OmittedItems = Math.Max(similar.Count - request.MaxListItems, 0),
            };
    }

    /// <summary>A draft of sentences that were found by their words and so are sure.</summary>
    private static AnswerDraft Quote(AnswerDraft unsure, IReadOnlyList<ExtractedSentence> quotes)
    {
        double sure = Math.Max(unsure.Confidence, SentenceScoring.LookupConfidence);
        return unsure with
        {
            Sentences = [.. quotes.Select(q => q with { Confidence = sure })],
            Confidence = sure,
            IsUnrelated = false,
        };
    }
}
