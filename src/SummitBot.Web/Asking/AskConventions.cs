using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using SummitBot.Bot.Hosting;
using SummitBot.Core.Asking;
using SummitBot.Core.Questions;
using SummitBot.Web.Access;
using SummitBot.Web.Hosting;

namespace SummitBot.Web.Asking;

/// <summary>What the endpoints that answer questions have in common.</summary>
internal static class AskConventions
{
    /// <summary>
    /// Accepts an <see cref="AskRequest"/> up to the size limit, and documents the errors in the API document.
    /// </summary>
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

    /// <summary>Converts the request to a question, or to an error that says how to fix it.</summary>
    public static bool TryMakeQuestion(
        this AskRequest request,
        HttpContext http,
        WebOptions limits,
        [NotNullWhen(true)] out Question? question,
        [NotNullWhen(false)] out IResult? refusal
    )
    {
        question = null;
        string? problem = FindProblem(request, limits);
        var defaults = new Question("") { UserId = NetworkAddress.From(http), TimeLimit = limits.TimeLimit };
        bool isRead = problem is null && request.TryCreateQuestion(defaults, out question, out problem);
        refusal = isRead ? null : TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        return isRead;
    }

    private static string? FindProblem(AskRequest request, WebOptions limits) =>
        request.Others?.Keys.FirstOrDefault() is { } other
            ? $"The request has an unknown property '{other}': leave it out or correct its name; known are {AskRequest.Known}."
        : request.Conversation?.Count > limits.MaxTurns
            ? $"The conversation has {request.Conversation.Count} turns: send the last {limits.MaxTurns} at most."
        : null;
}
