using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;

namespace SummitBot.DirectLine;

/// <summary>Errors in Direct Line's format: <c>{"error":{"code","message"}}</c>.</summary>
internal static class DirectLineErrors
{
    public static IResult NoToken(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refuse(
            StatusCodes.Status401Unauthorized,
            "MissingProperty",
            "Send the header 'Authorization: Bearer TOKEN'."
        );
    }

    /// <summary>Clients renew their token on this code.</summary>
    public static IResult BadToken() =>
        Refuse(
            StatusCodes.Status403Forbidden,
            "TokenExpired",
            "The token has expired or was not issued by this host: get a new one."
        );

    public static IResult BadSecret() =>
        Refuse(
            StatusCodes.Status403Forbidden,
            "BadArgument",
            "The secret is not the one in SummitBot:DirectLine:Secret, or none is set there."
        );

    public static IResult OtherConversation() =>
        Refuse(StatusCodes.Status403Forbidden, "BadArgument", "The token is for another conversation.");

    public static IResult BadOrigin() =>
        Refuse(
            StatusCodes.Status403Forbidden,
            "BadArgument",
            "This page may not talk to the bot: add its origin to SummitBot:DirectLine:AllowedOrigins."
        );

    public static IResult NoConversation() =>
        Refuse(StatusCodes.Status404NotFound, "ResourceNotFound", "There is no such conversation, or it has ended.");

    public static IResult BadActivity(int statusCode, string? problem) => Refuse(statusCode, "BadArgument", problem);

    public static IResult NoUploads() =>
        Refuse(
            StatusCodes.Status415UnsupportedMediaType,
            "BadArgument",
            "This bot does not accept files: ask your question in words."
        );

    public static IResult NoSocket() =>
        Refuse(
            StatusCodes.Status400BadRequest,
            "BadArgument",
            "This address opens a WebSocket: poll the conversation's activities where sockets are blocked."
        );

    public static IResult TooMany(HttpContext context, TimeSpan retryAfter)
    {
        int seconds = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Refuse(
            StatusCodes.Status429TooManyRequests,
            "TooManyRequests",
            "Too many requests: wait as long as Retry-After says, and send it again."
        );
    }

    private static IResult Refuse(int statusCode, string code, string? message) =>
        TypedResults.Text(
            ActivityJson.Serialize(new ErrorResponse(new Error(code, message))),
            MediaTypeNames.Application.Json,
            statusCode: statusCode
        );
}
