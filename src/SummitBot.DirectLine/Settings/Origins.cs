using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace SummitBot.DirectLine.Settings;

/// <summary>Which web pages may talk to the bot.</summary>
internal sealed class Origins(IOptions<DirectLineOptions> options)
{
    /// <summary>Stands for all origins.</summary>
    public const string Any = "*";

    private readonly HashSet<string> _allowed = new(options.Value.AllowedOrigins, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for scheme, host and port without anything else.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
        && url.Scheme is "http" or "https"
        && url.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the origins of the settings.</summary>
    public bool IsListed(string origin) => _allowed.Contains(Any) || _allowed.Contains(origin);

    /// <summary>True for pages of this host and listed ones, and for programs, which send no origin.</summary>
    public bool IsAllowed(HttpRequest request)
    {
        string? origin = GetOrigin(request);
        return origin is null || IsListed(origin) || IsOwn(origin, request);
    }

    /// <summary>The page's origin; null when the caller is no page.</summary>
    public static string? GetOrigin(HttpRequest request) =>
        request.Headers[HeaderNames.Origin] is [{ Length: > 0 } origin] ? origin : null;

    /// <summary>The scheme is not compared: a proxy may have ended https before us.</summary>
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? url)
        && url.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
