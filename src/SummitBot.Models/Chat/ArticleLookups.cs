using Microsoft.SemanticKernel;
using SummitBot.Core.Access;
using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Chat;

/// <summary>Adds the functions that look up articles to a call's kernel.</summary>
internal sealed class ArticleLookups(IPassageRetriever retriever, IArticleCatalog catalog)
{
    /// <summary>Maximum number of tokens in the result of one lookup.</summary>
    private const int TokensOfLookup = 2_000;

    public void AddTo(Kernel kernel, NumberedPassages shown, DateOnly? asOf, AccessScope scope) =>
        kernel.Plugins.AddFromObject(
            new ArticlePlugin(
                new PassageTextSearch(retriever, asOf, scope),
                catalog,
                shown,
                TokensOfLookup,
                asOf,
                scope
            ),
            ArticlePlugin.Name
        );
}
