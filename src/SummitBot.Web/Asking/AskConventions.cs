using Microsoft.AspNetCore.Mvc;

namespace SummitBot.Web.Asking;

/// <summary>What the endpoints that answer questions have in common.</summary>
internal static class AskConventions
{
    /// <summary>Takes an <see cref="AskRequest"/>, refuses longer bodies, and says in the API document how it refuses.</summary>
    public static RouteHandlerBuilder TakesQuestion(this RouteHandlerBuilder endpoint, WebOptions limits) =>
        endpoint
            .WithTags("Questions")
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaxBodyBytes))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status500InternalServerError)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);
}
