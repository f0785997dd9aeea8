namespace SummitBot.Web.Hosting;

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
