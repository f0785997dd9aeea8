using SummitBot.Core.Answers;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// The passages that may answer: the most likely sentences from different places, each with the one before or after it.
/// </summary>
internal static class OfferedPassages
{
    private const int Max = 3;

    /// <summary>Characters of a passage; a single sentence may be longer.</summary>
    private const int MaxLength = 400;

    /// <summary>
    /// Scores differ by the logarithm of the odds: a sentence that is sixty times less likely than the best is not offered.
    /// </summary>
    private static readonly double MaxGap = Math.Log(60);

    /// <param name="ranked">The sentences, best first.</param>
    /// <param name="passages">The retrieved passages that contain them.</param>
    /// <param name="isHidden">True for a sentence that must not be shown beside another one.</param>
    public static IReadOnlyList<ExtractedSentence> Choose(
        IReadOnlyList<ScoredSentence> ranked,
        IReadOnlyList<RetrievedPassage> passages,
        Func<CandidateSentence, bool> isHidden
    )
    {
        var scores = ranked.ToDictionary(s => s.Sentence, s => s.Score);
        var chosen = new List<ExtractedSentence>();
        foreach (
            CandidateSentence sentence in ranked
                .TakeWhile(s => ranked[0].Score - s.Score <= MaxGap)
                .Select(s => s.Sentence)
        )
        {
            if (chosen.Count == Max)
            {
                break;
            }

            if (!IsShown(sentence.Range))
            {
                chosen.Add(
                    FindWithNeighbours(sentence, scores, passages, isHidden)
                        .FirstOrDefault(joined => !IsShown(joined.Range))
                        ?? QuoteSelection.Whole(sentence)
                );
            }

            bool IsShown(TextRange range) =>
                chosen.Exists(c => c.Passage.Article == sentence.Passage.Article.Id && c.Range.Overlaps(range));
        }

        return chosen;
    }

    /// <summary>
    /// The sentence with each neighbour, first the one that names its subject, then the more likely one.
    /// </summary>
    private static IEnumerable<ExtractedSentence> FindWithNeighbours(
        CandidateSentence sentence,
        Dictionary<CandidateSentence, double> scores,
        IReadOnlyList<RetrievedPassage> passages,
        Func<CandidateSentence, bool> isHidden
    )
    {
        CandidateSentence? subject = SubjectSentence.Find(sentence);
        return new[] { sentence.Previous, sentence.Next is { IsQuestion: true } ? null : sentence.Next }
            .OfType<CandidateSentence>()
            .Where(n => !isHidden(n))
            .OrderByDescending(n => ReferenceEquals(n, subject))
            .ThenByDescending(n => scores.GetValueOrDefault(n, double.NegativeInfinity))
            .Select(n => Join(sentence, n, passages))
            .OfType<ExtractedSentence>();
    }

    /// <summary>Both as one quotation; null when they are not in one paragraph of a passage, or are too long.</summary>
    private static ExtractedSentence? Join(
        CandidateSentence sentence,
        CandidateSentence neighbour,
        IReadOnlyList<RetrievedPassage> passages
    )
    {
        var range = new TextRange(
            Math.Min(sentence.Range.Start, neighbour.Range.Start),
            Math.Max(sentence.Range.End, neighbour.Range.End)
        );
        Passage? passage = passages
            .FirstOrDefault(p => p.Article.Id == sentence.Passage.Article.Id && p.Passage.Range.Contains(range))
            ?.Passage;
        string? text = passage?.GetText(range);
        return text is null || text.Length > MaxLength || text.Contains('\n', StringComparison.Ordinal)
            ? null
            : new ExtractedSentence(text, passage!.Id, range);
    }
}
