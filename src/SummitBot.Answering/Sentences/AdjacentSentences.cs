using SummitBot.Core.Answers;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// Joins a quoted sentence with the one that follows it in the article where both are quoted: they are one quotation with
/// one citation.
/// </summary>
internal static class AdjacentSentences
{
    /// <summary>The sentences in their order, each with the next ones of the text among the others.</summary>
    public static IReadOnlyList<ExtractedSentence> Join(
        IReadOnlyList<ExtractedSentence> sentences,
        IReadOnlyList<RetrievedPassage> passages
    )
    {
        var joined = new List<ExtractedSentence>();
        foreach (ExtractedSentence sentence in sentences)
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

    /// <summary>Both with the space between them; null when the other does not follow the one in its paragraph.</summary>
    private static (string Text, TextRange Range)? Together(
        ExtractedSentence one,
        ExtractedSentence other,
        IReadOnlyList<RetrievedPassage> passages
    )
    {
        var range = new TextRange(one.Range.Start, other.Range.End);
        Passage? passage = passages.FirstOrDefault(p => p.Passage.Id == one.Passage)?.Passage;
        bool areNeighbours =
            passage is not null
            && one.Passage.Article == other.Passage.Article
            && other.Range.Start == one.Range.End + 1
            && passage.Range.Contains(range);
        if (!areNeighbours)
        {
            return null;
        }

        string text = passage!.GetText(range);
        return text.Contains('\n', StringComparison.Ordinal) ? null : (text, range);
    }
}
