using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace SummitBot.Bot.Authentication;

/// <summary>Whether an activity may come in.</summary>
/// <param name="Identity">Who brought it; null when it may not come in.</param>
/// <param name="StatusCode">200, 401, 403 or 503.</param>
/// <param name="Reason">Why it may not, for the log; callers are not told.</param>
public sealed record ActivityAuthentication(ClaimsIdentity? Identity, int StatusCode, string? Reason)
{
    public static ActivityAuthentication Allow(ClaimsIdentity identity) =>
        new(identity, StatusCodes.Status200OK, Reason: null);

    /// <summary>There is no token, or none that is good.</summary>
    public static ActivityAuthentication Unauthorized(string reason) =>
        new(Identity: null, StatusCodes.Status401Unauthorized, reason);

    /// <summary>The caller is known, and may not.</summary>
    public static ActivityAuthentication Forbid(string reason) =>
        new(Identity: null, StatusCodes.Status403Forbidden, reason);

    /// <summary>The token cannot be checked now; it may be good, and the caller should try again.</summary>
    public static ActivityAuthentication Unavailable(string reason) =>
        new(Identity: null, StatusCodes.Status503ServiceUnavailable, reason);
}
