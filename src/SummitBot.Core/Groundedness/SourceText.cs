using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Groundedness;

/// <summary>A passage, analysed once for all the claims that are compared with it.</summary>
public sealed class SourceText
{
    internal SourceText(RetrievedPassage retrieved)
    {
        Retrieved = retrieved;
        Sentences = [.. retrieved.Passage.Sentences.Select(s => new SourceSentence(s, retrieved.Passage.TextOf(s)))];
    }

    public RetrievedPassage Retrieved { get; }

    internal IReadOnlyList<SourceSentence> Sentences { get; }

    /// <summary>What is quoted for a sentence: it and, when it opens with a pronoun, the one before it; null when that
    /// is not in the passage, or an address is among its words.</summary>
    internal TextRange? WindowToQuote(int sentence)
    {
        int first = LeadingPronoun.Opens(Sentences[sentence].Text) ? sentence - 1 : sentence;
        if (first < 0)
        {
            return null;
        }

        var range = new TextRange(Sentences[first].Range.Start, Sentences[sentence].Range.End);
        return Retrieved.Passage.TextOf(range).Contains("://", StringComparison.Ordinal) ? null : range;
    }
}
