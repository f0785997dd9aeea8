using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SummitBot.Web.Admin;

/// <summary>Lets those who know the key pass, and in environment Development whoever sits at the machine.</summary>
public sealed class AdminAccess(IOptions<AdminOptions> options, IHostEnvironment environment) : IEndpointFilter
{
    private bool HasKey => options.Value.Key.Length > 0;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        HttpContext http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (Allows(http))
        {
            return await next(context);
        }

        if (!HasKey)
        {
            return TypedResults.Problem(
                "The pages for operators are switched off: set SummitBot:Admin:Key to open them.",
                statusCode: StatusCodes.Status404NotFound
            );
        }

        http.Response.Headers.WWWAuthenticate = "Basic realm=\"SummitBot\", charset=\"UTF-8\"";
        return TypedResults.Problem(
            "The pages for operators need the key of SummitBot:Admin:Key, as password or bearer token.",
            statusCode: StatusCodes.Status401Unauthorized
        );
    }

    /// <summary>True for a request of an operator.</summary>
    public bool Allows(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return HasKey ? IsKey(SecretOf(http.Request)) : environment.IsDevelopment() && IsFromThisMachine(http);
    }

    /// <summary>Hashes are compared, so that the time taken tells nothing, the key's length neither.</summary>
    private bool IsKey(string? secret) =>
        secret is not null && CryptographicOperations.FixedTimeEquals(Hash(secret), Hash(options.Value.Key));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string? SecretOf(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out AuthenticationHeaderValue? header))
        {
            return null;
        }

        return header.Scheme.ToUpperInvariant() switch
        {
            "BEARER" => header.Parameter,
            "BASIC" => PasswordOf(header.Parameter),
            _ => null,
        };
    }

    private static string? PasswordOf(string? credentials)
    {
        byte[] bytes = new byte[credentials?.Length ?? 0];
        if (!Convert.TryFromBase64String(credentials ?? "", bytes, out int length))
        {
            return null;
        }

        string[] parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? parts[1] : null;
    }

    /// <summary>
    /// Asked from this machine for this machine: a page that points its own name here (DNS rebinding) does not count, nor
    /// does what a proxy hands on.
    /// </summary>
    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded")
        && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
