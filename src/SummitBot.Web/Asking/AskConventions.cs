using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using SummitBot.Bot.Hosting;
using SummitBot.Core.Questions;
using SummitBot.Web.Access;
using SummitBot.Web.Hosting;

namespace SummitBot.Web.Asking;

/// <summary>What the endpoints that answer questions have in common.</summary>
internal static class AskConventions
{
    /// <summary>Takes an <see cref="AskRequest"/>, refuses longer bodies, and says in the API document how it refuses.</summary>
    public static RouteHandlerBuilder AcceptsQuestion(this RouteHandlerBuilder endpoint, WebOptions limits) =>
        endpoint
            .WithTags("Questions")
            .AddEndpointFilter<RouteHandlerBuilder, AccessFilter>()
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaxBodyBytes))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status500InternalServerError)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);

    /// <summary>Makes a question of the request; when it cannot, a refusal that says how to mend it.</summary>
    public static bool TryMakeQuestion(
        this AskRequest request,
        HttpContext http,
        WebOptions limits,
        [NotNullWhen(true)] out Question? question,
        [NotNullWhen(false)] out IResult? refusal
    )
    {
        bool isRead = request.TryRead(limits.MaxTurns, NetworkAddress.From(http), out question, out string? problem);
        refusal = isRead ? null : TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        return isRead;
    }
}
