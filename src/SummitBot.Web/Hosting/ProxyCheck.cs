using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;
using SummitBot.Core.Diagnosis;

namespace SummitBot.Web.Hosting;

/// <summary>
/// Detects from requests what is wrong with a proxy in front of the host. Headers that browsers set themselves are
/// reliable: that a page called its own host, and that a request starts a WebSocket.
/// </summary>
public sealed class ProxyCheck(IConfiguration configuration, TimeProvider time) : ISelfCheck
{
    /// <summary>A fault that was not seen for this long counts as fixed.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private static readonly string[] ForwardedHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto"];

    private readonly ConcurrentDictionary<ProxyFault, DateTimeOffset> _seen = new();
    private readonly bool _listens = configuration["ForwardedHeaders_Enabled"] is "true" or "True";

    public string Subject => "proxy";

    /// <summary>Examines a request.</summary>
    /// <returns>A finding about a new fault; null when there is none.</returns>
    public Finding? Look(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IHeaderDictionary headers = context.Request.Headers;
        ProxyFault? fault = null;
        if (!_listens && Array.Exists(ForwardedHeaders, headers.ContainsKey))
        {
            fault = ProxyFault.ForwardedHeadersIgnored;
        }

        if (headers["Sec-Fetch-Site"] == "same-origin" && headers.Origin is [{ } origin])
        {
            fault = Judge(ProxyFault.HostChanged, IsHost(origin, context.Request.Host)) ?? fault;
        }

        if (headers.ContainsKey(HeaderNames.SecWebSocketKey))
        {
            fault = Judge(ProxyFault.UpgradeDropped, headers.ContainsKey(HeaderNames.Upgrade)) ?? fault;
        }

        if (fault is not { } found)
        {
            return null;
        }

        bool isNew = !IsKnown(found);
        _seen[found] = time.GetUtcNow();
        return isNew ? Describe(found) : null;
    }

    public async IAsyncEnumerable<Finding> RunAsync(
        SelfCheckDepth depth,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        foreach (ProxyFault fault in Enum.GetValues<ProxyFault>().Where(IsKnown))
        {
            yield return Describe(fault);
        }
    }

    /// <summary>A correct request shows that the fault is fixed.</summary>
    private ProxyFault? Judge(ProxyFault fault, bool isRight)
    {
        if (isRight)
        {
            _seen.TryRemove(fault, out _);
            return null;
        }

        return fault;
    }

    private bool IsKnown(ProxyFault fault) =>
        _seen.TryGetValue(fault, out DateTimeOffset at) && time.GetUtcNow() - at < Memory;

    private static bool IsHost(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? url)
        && url.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase);

    private Finding Describe(ProxyFault fault) =>
        new(
            Subject,
            FindingLevel.Warning,
            fault switch
            {
                ProxyFault.ForwardedHeadersIgnored =>
                    "A proxy before this host names its visitors, and the host does not listen, so that all of them share one address and its limits: set ASPNETCORE_FORWARDEDHEADERS_ENABLED=true if the proxy is the one way in.",
                ProxyFault.HostChanged =>
                    "A proxy before this host replaces the name that visitors ask for, so that the host refuses its own pages: let it pass the header Host on (nginx: proxy_set_header Host $http_host;).",
                _ =>
                    "A proxy before this host drops the header Upgrade, so that no socket opens and chats ask every second: let it pass Upgrade and Connection on (nginx: as in deploy/nginx/summitbot.conf).",
            }
        );
}

/// <summary>What a proxy in front of the host, or the host itself, does not pass on.</summary>
public enum ProxyFault
{
    /// <summary>The proxy sends forwarded headers, and the host ignores them.</summary>
    ForwardedHeadersIgnored,

    /// <summary>The host receives another name than the visitor's browser used.</summary>
    HostChanged,

    /// <summary>A WebSocket was requested, but the request came without <c>Upgrade</c>.</summary>
    UpgradeDropped,
}
