using SummitBot.Core.Answers;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Sentences;

/// <summary>Joins quoted sentences that stand side by side in an article: they are one quotation with one citation.</summary>
internal static class AdjacentSentences
{
    /// <summary>The sentences in their order, each with the neighbours among the others, in the order of the text.</summary>
    public static IReadOnlyList<DraftSentence> Join(
        IReadOnlyList<DraftSentence> sentences,
        IReadOnlyList<RetrievedPassage> passages
    )
    {
        var joined = new List<DraftSentence>();
        foreach (DraftSentence sentence in sentences)
        {
            int neighbour = joined.FindIndex(j => Together(j, sentence, passages) is not null);
            if (neighbour < 0)
            {
                joined.Add(sentence);
                continue;
            }

            (string text, TextRange range) = Together(joined[neighbour], sentence, passages)!.Value;
            joined[neighbour] = joined[neighbour] with { Text = text, Range = range };
        }

        return joined;
    }

    /// <summary>Both with the space between them; null when they are not neighbours of one paragraph.</summary>
    private static (string Text, TextRange Range)? Together(
        DraftSentence one,
        DraftSentence other,
        IReadOnlyList<RetrievedPassage> passages
    )
    {
        var range = new TextRange(
            Math.Min(one.Range.Start, other.Range.Start),
            Math.Max(one.Range.End, other.Range.End)
        );
        Passage? passage = passages.FirstOrDefault(p => p.Passage.Id == one.Passage)?.Passage;
        bool areNeighbours =
            passage is not null
            && one.Passage.Article == other.Passage.Article
            && !one.Range.Overlaps(other.Range)
            && range.Length == one.Range.Length + other.Range.Length + 1
            && passage.Range.Contains(range);
        if (!areNeighbours)
        {
            return null;
        }

        string text = passage!.TextOf(range);
        return text.Contains('\n', StringComparison.Ordinal) ? null : (text, range);
    }
}
