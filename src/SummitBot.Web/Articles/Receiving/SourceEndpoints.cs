using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SummitBot.Core.Corpus;
using SummitBot.Web.Admin;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Articles.Receiving;

/// <summary>Lets a CMS say by a webhook that a source has changed.</summary>
public static class SourceEndpoints
{
    private const int MaxBodyBytes = 5_000_000;

    public static IEndpointRouteBuilder MapSources(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost("/api/sources/{name}/refresh", RefreshAsync)
            .WithName("RefreshSource")
            .WithTags("Sources")
            .WithSummary("Looks at a source at once.")
            .WithDescription(
                "For webhooks: the body may be anything. It is signed with the WebhookSecret of the source (HMAC SHA-256 in the "
                    + "header of its WebhookHeader), or that secret or the key of SummitBot:Articles:Key is the bearer token. "
                    + "Requests that come while one waits count once."
            )
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .DisableAntiforgery()
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        return endpoints;
    }

    private static async Task<IResult> RefreshAsync(
        string name,
        HttpContext http,
        IOptions<CorpusOptions> corpus,
        IOptions<ArticlesOptions> articles,
        FailedKeyAttempts failedKeyAttempts,
        SourceSignals sources,
        CorpusSignal signal
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (failedKeyAttempts.FindRefusal(http, "keys or signatures") is { } refusal)
        {
            return refusal;
        }

        Source? source = corpus
            .Value.ListSources()
            .FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        string? given = AdminKey.ReadFrom(http.Request);
        bool hasKey = given is not null && articles.Value.IsOpen && AdminKey.IsSame(given, articles.Value.Key);
        if (!hasKey && !await HasSecretAsync(http.Request, given, source?.Options))
        {
            // The same for a source that does not exist: strangers learn no names.
            failedKeyAttempts.Note(http);
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem(
                "The request is not signed with the WebhookSecret of a source of this name, and has no valid key: set the secret in SummitBot:Corpus:Sources and at the sender, and WebhookHeader to the header that it signs in.",
                statusCode: StatusCodes.Status401Unauthorized
            );
        }

        if (source is null)
        {
            return TypedResults.Problem(
                "The settings have no source of this name in SummitBot:Corpus:Sources.",
                statusCode: StatusCodes.Status404NotFound
            );
        }

        if (source.IsFetched)
        {
            sources.Request(source.Name);
        }
        else
        {
            signal.Raise();
        }

        return TypedResults.Accepted((string?)null);
    }

    private static async Task<bool> HasSecretAsync(HttpRequest request, string? given, SourceOptions? options)
    {
        if (options is not { WebhookSecret.Length: > 0 })
        {
            return false;
        }

        if (given is not null)
        {
            return AdminKey.IsSame(given, options.WebhookSecret);
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return WebhookSignature.IsValid(
            request.Headers[options.WebhookHeader].ToString(),
            body.ToArray(),
            options.WebhookSecret
        );
    }
}
