using System.Net.Mime;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Web.Access;
using SummitBot.Web.Pages;

namespace SummitBot.Web.Articles;

public static class ArticleEndpoints
{
    private const int PassagesLookedAt = 50;

    public static IEndpointRouteBuilder MapArticles(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder articles = endpoints
            .MapGroup("/articles")
            .WithTags("Articles")
            .AddEndpointFilter<AccessFilter>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        articles
            .MapGet("", ListAsync)
            .WithName("Articles")
            .WithSummary("A page that lists the articles.")
            .WithDescription("All articles, or with q those that speak of its words, the best first.")
            .Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.Html);
        articles
            .MapGet("/{id}", Show)
            .WithName("Article")
            .WithSummary("A page to read an article.")
            .WithDescription(
                "start and end (UTF-16 units of the article's plain text) mark what lies between them; the fragment "
                    + "#cited leads there. A range that does not lie in the text is clamped or left unmarked."
            )
            .Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.Html)
            .ProducesProblem(StatusCodes.Status404NotFound);
        return endpoints;
    }

    /// <param name="q">Words to search for; all articles when empty.</param>
    internal static async Task<IResult> ListAsync(
        IArticleCatalog catalog,
        IPassageRetriever retriever,
        HttpContext http,
        CancellationToken cancellationToken,
        string? q = null
    )
    {
        AccessScope scope = AccessFilter.GetScope(http);
        string words = ArticleSearch.Trim(q);
        if (words.Length == 0)
        {
            return ArticleListPage.Create(catalog.List(scope)).ToResult();
        }

        IReadOnlyList<RetrievedPassage> found = await ArticleSearch.FindAsync(
            retriever,
            words,
            PassagesLookedAt,
            scope,
            cancellationToken
        );
        return ArticleListPage.CreateFromSearch(words, found).ToResult();
    }

    /// <param name="id">The article's id, as in citations.</param>
    /// <param name="start">First UTF-16 unit to mark.</param>
    /// <param name="end">One past the last unit to mark.</param>
    internal static IResult Show(
        string id,
        IArticleCatalog catalog,
        HttpContext http,
        string? start = null,
        string? end = null
    )
    {
        Article? article = ArticleId.IsValid(id) ? catalog.Find(new ArticleId(id), AccessFilter.GetScope(http)) : null;
        return article is null
            ? TypedResults.Problem(
                "There is no article of this name: /articles lists them all.",
                statusCode: StatusCodes.Status404NotFound
            )
            : ArticlePage.Create(article, CitedRange.Read(start, end, article.Text)).ToResult();
    }
}
