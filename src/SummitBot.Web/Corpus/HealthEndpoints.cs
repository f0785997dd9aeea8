using SummitBot.Web.Problems;

namespace SummitBot.Web.Corpus;

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
            .MapGet("/readyz", Ready)
            .WithName("Ready")
            .WithSummary("Says whether there is an index to answer from, and what it holds.")
            .Produces<IndexSnapshot>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return endpoints;
    }

    private static IResult Ready(IndexStatus status, HttpResponse response)
    {
        if (status.Current is { } ready)
        {
            return TypedResults.Ok(ready);
        }

        RetryAfter.Set(response);
        return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <param name="Status">Always <c>live</c>.</param>
    private sealed record Liveness(string Status);
}
