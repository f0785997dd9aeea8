using System.Diagnostics.CodeAnalysis;

namespace SummitBot.Bot.Settings;

/// <summary>
/// An address on this machine that answers may go to, including its sub-paths; port <c>*</c> stands for every port.
/// </summary>
public sealed class LocalServiceUrl
{
    private const string AnyPort = ":*";

    private readonly Uri _address;
    private readonly bool _hasAnyPort;

    private LocalServiceUrl(Uri address, bool hasAnyPort) => (_address, _hasAnyPort) = (address, hasAnyPort);

    /// <summary>False when the text is not a plain http or https address of this machine.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LocalServiceUrl? url)
    {
        bool hasAnyPort = text?.Contains(AnyPort, StringComparison.Ordinal) == true;
        string? plain = text?.Replace(AnyPort, "", StringComparison.Ordinal);
        url =
            WebAddress.TryParse(plain, out Uri? address) && WebAddress.IsLoopback(address)
                ? new LocalServiceUrl(address, hasAnyPort)
                : null;
        return url is not null;
    }

    /// <summary>All names and IP addresses of this machine count as the same.</summary>
    public bool Covers(Uri serviceUrl)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        string path = $"{_address.AbsolutePath.TrimEnd('/')}/";
        return WebAddress.IsLoopback(serviceUrl)
            && serviceUrl.Scheme == _address.Scheme
            && (_hasAnyPort || serviceUrl.Port == _address.Port)
            && $"{serviceUrl.AbsolutePath.TrimEnd('/')}/".StartsWith(path, StringComparison.Ordinal);
    }
}
