using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;

namespace SummitBot.Web.Bot;

/// <summary>Tells which citations of an earlier answer still hold: an article that was deleted or changed is not quoted.</summary>
public sealed class CurrentCitations(IArticleCatalog catalog)
{
    public bool Contains(CitationDocument citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        try
        {
            string? text = ArticleId.IsValid(citation.ArticleId)
                ? catalog.Find(new ArticleId(citation.ArticleId))?.Text
                : null;
            return text is not null
                && citation.Start >= 0
                && citation.Start <= citation.End
                && citation.End <= text.Length
                && text.AsSpan(citation.Start..citation.End).SequenceEqual(citation.Quote);
        }
        catch (IndexUnavailableException)
        {
            return false;
        }
    }
}
