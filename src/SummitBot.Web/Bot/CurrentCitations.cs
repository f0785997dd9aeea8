using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;

namespace SummitBot.Web.Bot;

/// <summary>
/// Tells which citations of an earlier answer still hold: an article that was deleted or changed, or that its reader may not
/// see, is not quoted.
/// </summary>
public sealed class CurrentCitations(IArticleCatalog catalog)
{
    /// <param name="scope">What the one may see to whom it is shown.</param>
    public bool Contains(CitationDocument citation, AccessScope scope)
    {
        ArgumentNullException.ThrowIfNull(citation);
        try
        {
            string? text = ArticleId.IsValid(citation.ArticleId)
                ? catalog.Find(new ArticleId(citation.ArticleId), scope)?.Text
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

    /// <summary>True when the article is there for the one to whom it is shown.</summary>
    public bool HasArticle(string id, AccessScope scope)
    {
        try
        {
            return ArticleId.IsValid(id) && catalog.Find(new ArticleId(id), scope) is not null;
        }
        catch (IndexUnavailableException)
        {
            return false;
        }
    }
}
