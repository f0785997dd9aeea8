using Microsoft.SemanticKernel;
using SummitBot.Core.Access;
using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Chat;

/// <summary>Gives a call's kernel the functions that look into the articles.</summary>
internal sealed class ArticleLookups(IPassageRetriever retriever, IArticleCatalog catalog)
{
    /// <summary>Tokens that one lookup may show.</summary>
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
