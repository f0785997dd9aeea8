using System.Net;
using Microsoft.AspNetCore.Http;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication.Callers;

/// <summary>
/// Distinguishes programs on this machine from remote callers that arrive through a proxy or a tunnel on this machine.
/// </summary>
public static class LocalCaller
{
    /// <summary>Headers that proxies and tunnels add. A browser sends <c>Origin</c> for its page.</summary>
    private static readonly string[] HeadersOfOthers =
    [
        "Forwarded",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Original-For",
        "X-Original-Host",
        "X-Real-IP",
        "CF-Connecting-IP",
        "True-Client-IP",
        "X-Azure-ClientIP",
    ];

    /// <summary>
    /// True when the connection comes from this machine, <c>Host</c> names this machine, and no header indicates a
    /// proxy or a web page from elsewhere. Only the presence of those headers counts, because anybody can choose their
    /// values.
    /// </summary>
    public static bool IsThisMachine(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IHeaderDictionary headers = context.Request.Headers;
        return context.Connection.RemoteIpAddress is { } remote
            && IPAddress.IsLoopback(remote)
            && WebAddress.IsLoopbackHost(context.Request.Host.Host)
            && !Array.Exists(HeadersOfOthers, headers.ContainsKey)
            && IsOwnPage(headers.Origin);
    }

    private static bool IsOwnPage(string? origin) =>
        string.IsNullOrEmpty(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && WebAddress.IsLoopback(page));
}
