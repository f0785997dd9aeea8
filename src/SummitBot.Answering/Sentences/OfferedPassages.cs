using SummitBot.Core.Answers;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// The passages that may answer: the likeliest sentences from different places, each with the one before or after it.
/// </summary>
internal static class OfferedPassages
{
    private const int Most = 3;

    /// <summary>Characters of a passage; a single sentence may be longer.</summary>
    private const int Longest = 400;

    /// <param name="ranked">The sentences, best first.</param>
    /// <param name="passages">The retrieved passages that hold them.</param>
    public static IReadOnlyList<ExtractedSentence> Choose(
        IReadOnlyList<ScoredSentence> ranked,
        IReadOnlyList<RetrievedPassage> passages
    )
    {
        var scores = ranked.ToDictionary(s => s.Sentence, s => s.Score);
        var chosen = new List<ExtractedSentence>();
        foreach (CandidateSentence sentence in ranked.Select(s => s.Sentence))
        {
            if (chosen.Count == Most)
            {
                break;
            }

            bool isShown = chosen.Exists(c =>
                c.Passage.Article == sentence.Passage.Article.Id && c.Range.Overlaps(sentence.Range)
            );
            if (!isShown)
            {
                chosen.Add(WithNeighbour(sentence, scores, passages));
            }
        }

        return chosen;
    }

    /// <summary>The sentence with the likelier of its neighbours, or with what names its subject.</summary>
    private static ExtractedSentence WithNeighbour(
        CandidateSentence sentence,
        Dictionary<CandidateSentence, double> scores,
        IReadOnlyList<RetrievedPassage> passages
    )
    {
        CandidateSentence? subject = SubjectSentence.Find(sentence);
        IEnumerable<CandidateSentence> neighbours = new[] { sentence.Previous, sentence.Next }
            .OfType<CandidateSentence>()
            .OrderByDescending(n => ReferenceEquals(n, subject))
            .ThenByDescending(n => scores.GetValueOrDefault(n, double.NegativeInfinity));
        return neighbours.Select(n => Join(sentence, n, passages)).FirstOrDefault(joined => joined is not null)
            ?? QuoteSelection.Whole(sentence);
    }

    /// <summary>Both as one quotation; null where they do not stand in one paragraph of a passage, or are too long.</summary>
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
        return text is null || text.Length > Longest || text.Contains('\n', StringComparison.Ordinal)
            ? null
            : new ExtractedSentence(text, passage!.Id, range);
    }
}
