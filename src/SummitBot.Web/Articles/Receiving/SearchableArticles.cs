using Microsoft.Extensions.Options;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Articles.Receiving;

/// <summary>Waits until the index has followed a change.</summary>
internal sealed class SearchableArticles(
    CorpusSignal signal,
    IArticleCatalog catalog,
    IOptions<ArticlesOptions> options,
    TimeProvider time
)
{
    /// <summary>True when the first of the articles is there, or is not, as it should be.</summary>
    public async Task<bool> WaitAsync(
        IReadOnlyList<ArticleId> articles,
        bool isThere,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await signal
                .RequestRefresh()
                .WaitAsync(TimeSpan.FromSeconds(options.Value.WaitSeconds), time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It is in the index already, or will be.
        }

        return catalog.Find(articles[0]) is not null == isThere;
    }
}
