using Microsoft.AspNetCore.Http;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>Whether a caller may send an activity.</summary>
/// <param name="Caller">Null when it may not.</param>
/// <param name="StatusCode">200, 401, 403 or 503.</param>
/// <param name="Reason">Why it may not, for the log; callers are not told.</param>
public sealed record CallerAuthentication(AuthenticatedCaller? Caller, int StatusCode, string? Reason)
{
    public static CallerAuthentication Allow(AuthenticatedCaller caller) =>
        new(caller, StatusCodes.Status200OK, Reason: null);

    /// <summary>There is no token, or no valid one.</summary>
    public static CallerAuthentication Unauthorized(string reason) =>
        new(Caller: null, StatusCodes.Status401Unauthorized, reason);

    /// <summary>The caller is known but not allowed.</summary>
    public static CallerAuthentication Forbid(string reason) =>
        new(Caller: null, StatusCodes.Status403Forbidden, reason);

    /// <summary>The token cannot be checked now; the caller should try again.</summary>
    public static CallerAuthentication Unavailable(string reason) =>
        new(Caller: null, StatusCodes.Status503ServiceUnavailable, reason);
}
