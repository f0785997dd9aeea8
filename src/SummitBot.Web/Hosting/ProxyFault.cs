namespace SummitBot.Web.Hosting;

/// <summary>What a proxy before the host, or the host itself, does not pass on.</summary>
public enum ProxyFault
{
    /// <summary>The proxy names its visitors, and the host does not listen.</summary>
    ForwardedHeadersIgnored,

    /// <summary>The host is asked by another name than the visitor's browser was.</summary>
    HostChanged,

    /// <summary>A WebSocket was asked for, and the request came without <c>Upgrade</c>.</summary>
    UpgradeDropped,
}
