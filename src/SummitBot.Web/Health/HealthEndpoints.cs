using SummitBot.Core.Access;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Retrieval;
using SummitBot.Web.Admin;
using SummitBot.Web.Corpus;
using SummitBot.Web.Diagnosis;

namespace SummitBot.Web.Health;

public static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder health = endpoints.MapGroup("").WithTags("Health");
        health
            .MapGet("/healthz", () => TypedResults.Ok(new Liveness("live")))
            .WithName("Live")
            .WithSummary("Says that the process runs.");
        health
            .MapGet("/readyz", ReadyAsync)
            .WithName("Ready")
            .WithSummary("Says whether there is an index to answer from, what it holds, and how the rest is.")
            .Produces<Readiness>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return endpoints;
    }

    private static async Task<IResult> ReadyAsync(
        IndexStatus status,
        SelfCheckMonitor monitor,
        AdminAccess admin,
        IArticleCatalog catalog,
        HttpContext context
    )
    {
        bool isForOperator = admin.Allows(context);
        IReadOnlyList<Finding> findings = await monitor.FindAsync(context.RequestAborted);
        CheckDocument[] checks = [.. findings.Select(f => CheckDocument.From(f, isForOperator))];
        context.Response.Headers.CacheControl = "no-store";
        if (status.Current is { } ready)
        {
            AccessScope scope = isForOperator ? AccessScope.Everything : AccessScope.Public;
            return TypedResults.Ok(
                new Readiness(
                    ready.Status,
                    catalog.List(scope).Count,
                    catalog.CountPassages(scope),
                    ready.CommittedAt,
                    checks
                )
            );
        }

        RetryAfter.Set(context.Response);
        return TypedResults.Problem(
            statusCode: StatusCodes.Status503ServiceUnavailable,
            extensions: [new("checks", checks)]
        );
    }

    /// <param name="Status">Always <c>live</c>.</param>
    private sealed record Liveness(string Status);
}
