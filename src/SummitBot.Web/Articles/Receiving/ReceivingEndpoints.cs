using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Web.Articles.Receiving;

public static class ReceivingEndpoints
{
    public static IEndpointRouteBuilder MapReceiving(this IEndpointRouteBuilder endpoints)
    {
        long maxBytes = endpoints.ServiceProvider.GetRequiredService<IOptions<CorpusOptions>>().Value.MaxFileBytes;
        RouteGroupBuilder articles = endpoints
            .MapGroup("/api/articles")
            .WithTags("Articles")
            .AddEndpointFilter<ArticlesKey>()
            .WithMetadata(new RequestSizeLimitAttribute(maxBytes))
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound);
        articles
            .MapPost("", PostAsync)
            .WithName("AddArticle")
            .WithSummary("Adds an article.")
            .WithDescription(
                "The body is JSON with title, text (plain or HTML), date, url, author, publisher, language and tags; or text, "
                    + "Markdown or HTML; or any other file that is read, named with ?name= or sent as a form. JSON with an id "
                    + "replaces the article of that id. The same body again changes nothing. The key is the bearer token."
            )
            .Produces<ReceivedDocument>(StatusCodes.Status201Created)
            .Produces<ReceivedDocument>()
            .Produces<ReceivedDocument>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        articles
            .MapPut("/{id}", PutAsync)
            .WithName("PutArticle")
            .WithSummary("Adds or replaces the article of this id.")
            .Produces<ReceivedDocument>(StatusCodes.Status201Created)
            .Produces<ReceivedDocument>()
            .Produces<ReceivedDocument>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        articles
            .MapDelete("/{id}", DeleteAsync)
            .WithName("DeleteArticle")
            .WithSummary("Deletes the article of this id, if it was sent; no answer quotes it any more.")
            .Produces<ReceivedDocument>()
            .Produces<ReceivedDocument>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status409Conflict);
        return endpoints;
    }

    private static async Task<IResult> PostAsync(
        HttpRequest request,
        ReceivedArticles articles,
        SearchableArticles searchable,
        CancellationToken cancellationToken
    ) => await KeepAsync(request, articles.Name, articles, searchable, cancellationToken);

    private static async Task<IResult> PutAsync(
        string id,
        HttpRequest request,
        ReceivedArticles articles,
        SearchableArticles searchable,
        CancellationToken cancellationToken
    )
    {
        return !ArticleId.IsValid(id)
            ? Refusal(id, articles)!
            : await KeepAsync(request, _ => new ArticleId(id), articles, searchable, cancellationToken);
    }

    private static async Task<IResult> DeleteAsync(
        string id,
        ReceivedArticles articles,
        SearchableArticles searchable,
        CancellationToken cancellationToken
    )
    {
        if (Refusal(id, articles) is { } refusal)
        {
            return refusal;
        }

        var article = new ArticleId(id);
        await articles.DeleteAsync(article, cancellationToken);
        bool isGone = await searchable.WaitAsync(cancellationToken) || !articles.IsSearchable(article);
        var document = new ReceivedDocument(id, Searchable: !isGone, [id], []);
        return isGone ? TypedResults.Ok(document) : TypedResults.Accepted((string?)null, document);
    }

    private static async Task<IResult> KeepAsync(
        HttpRequest request,
        Func<ReceivedFile, ArticleId> name,
        ReceivedArticles articles,
        SearchableArticles searchable,
        CancellationToken cancellationToken
    )
    {
        ReceivedFile file;
        try
        {
            file = await ReceivedFile.ReadAsync(request, cancellationToken);
        }
        catch (UnreadableBodyException e)
        {
            return TypedResults.Problem(e.Message, statusCode: e.Status);
        }

        ArticleId id = name(file);
        if (Refusal(id.Value, articles) is { } refusal)
        {
            return refusal;
        }

        ReceivedResult result = await articles.KeepAsync(id, file, cancellationToken);
        if (result.Failure is { } reason)
        {
            return TypedResults.Problem(reason, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        IReadOnlyList<ArticleId> held = result.Articles.Count == 0 ? [id] : result.Articles;
        bool isSearchable = await searchable.WaitAsync(cancellationToken) && articles.IsSearchable(held[0]);
        var document = new ReceivedDocument(id.Value, isSearchable, [.. held.Select(a => a.Value)], result.Notices);
        string address = $"/articles/{Uri.EscapeDataString(held[0].Value)}";
        return !isSearchable ? TypedResults.Accepted(address, document)
            : result.Change == ReceivedChange.Added ? TypedResults.Created(address, document)
            : TypedResults.Ok(document);
    }

    private static IResult? Refusal(string id, ReceivedArticles articles) =>
        !ArticleId.IsValid(id) || id[0] is '.' or '-' || id[^1] == '-'
            ? TypedResults.Problem(
                "The id may have letters, digits, '-', '_' and '.', begins with a letter or digit, and does not end with '-'.",
                statusCode: StatusCodes.Status400BadRequest
            )
        : articles.IsForeign(new ArticleId(id))
            ? TypedResults.Problem(
                "The article of this id is a file of the corpus: change or delete it there.",
                statusCode: StatusCodes.Status409Conflict
            )
        : null;
}
