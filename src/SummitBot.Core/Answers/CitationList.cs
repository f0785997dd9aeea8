using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers;

/// <summary>The citations of an answer, numbered from 1 in order of appearance; equal ranges share a number.</summary>
internal sealed class CitationList
{
    private readonly List<Citation> _citations = [];

    /// <summary>A copy of the list as it is now.</summary>
    public IReadOnlyList<Citation> Current => [.. _citations];

    /// <summary>The citation of a range that lies inside the passage, a new one when there is none yet.</summary>
    public Citation GetOrAdd(RetrievedPassage source, TextRange range)
    {
        Citation? known = _citations.Find(c => c.Article.Id == source.Article.Id && c.Range == range);
        if (known is not null)
        {
            return known;
        }

        var citation = new Citation(
            _citations.Count + 1,
            source.Article,
            source.Passage.Id,
            source.Passage.GetText(range),
            range
        )
        {
            Page = source.Passage.GetPage(range),
        };
        _citations.Add(citation);
        return citation;
    }
}
