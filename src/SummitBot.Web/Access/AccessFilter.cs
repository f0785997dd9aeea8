using System.Net.Http.Headers;
using SummitBot.Bot.Authentication.Keys;
using SummitBot.Core.Access;
using SummitBot.Web.Admin;

namespace SummitBot.Web.Access;

/// <summary>
/// Finds out what the caller of an endpoint may see: with a key of the settings or a token of the authority what that may see,
/// without one what is public. A wrong key is refused: its holder would take public answers for all there is.
/// </summary>
internal sealed class AccessFilter(AskerAccess access, AccessTokens tokens, FailedKeyAttempts failedKeyAttempts)
    : IEndpointFilter
{
    private static readonly object ScopeKey = new();

    /// <summary>What the caller may see; what is public at an endpoint without this filter.</summary>
    public static AccessScope GetScope(HttpContext http) => http.Items[ScopeKey] as AccessScope ?? AccessScope.Public;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if ((!access.HasKeys && !tokens.AreTaken) || ReadKey(http.Request) is not { } key)
        {
            return await next(context);
        }

        http.Response.Headers.CacheControl = "no-store";
        if (failedKeyAttempts.FindRefusal(http) is { } refusal)
        {
            return refusal;
        }

        AccessScope? scope;
        try
        {
            scope = access.FindScope(key) ?? await tokens.FindScopeAsync(key, http.RequestAborted);
        }
        catch (SigningKeysUnavailableException)
        {
            return TypedResults.Problem(
                "An authority of SummitBot:Access:Tokens does not answer, so that no token can be checked: try again later.",
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
        }

        if (scope is null)
        {
            // An old token is no attempt to guess a key.
            if (!tokens.IsToken(key))
            {
                failedKeyAttempts.Note(http);
            }

            http.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem(
                "The bearer token is no key of SummitBot:Access:Keys and no valid token of SummitBot:Access:Tokens: correct it, or leave it out for what is public.",
                statusCode: StatusCodes.Status401Unauthorized
            );
        }

        http.Items[ScopeKey] = scope;
        return await next(context);
    }

    private static string? ReadKey(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out AuthenticationHeaderValue? header)
        && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? header.Parameter ?? ""
            : null;
}
