using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Settings;
using SummitBot.Hosting;

namespace SummitBot.Web.Hosting;

/// <summary>
/// Refuses requests for a name that is not this host's, by which a web page whose own name leads to this machine for a
/// moment could read what is meant for it alone (DNS rebinding). Numbers are no names and pass. Where ASP.NET Core's setting
/// <c>AllowedHosts</c> is given, it decides alone.
/// </summary>
public sealed partial class HostNames(
    IConfiguration configuration,
    IOptions<SummitBotOptions> options,
    ILogger<HostNames> logger
)
{
    private const string Setting = "AllowedHosts";
    private const int MaxLogged = 10;

    private readonly ConcurrentDictionary<string, byte> _logged = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isOurs = string.IsNullOrWhiteSpace(configuration[Setting]);
    private readonly HashSet<string> _names = NamesIn([
        options.Value.PublicUrl,
        .. (configuration["urls"] ?? "").Split(';', StringSplitOptions.TrimEntries),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? ""),
    ]);

    public bool Allows(HostString host) =>
        !_isOurs
        || !host.HasValue
        || WebAddress.IsLoopbackHost(host.Host)
        || IPAddress.TryParse(host.Host, out _)
        || _names.Contains(host.Host);

    /// <summary>Answers 400 with a sentence that says how to mend it, and says so in the log once for each of the first names.</summary>
    public IResult Refuse(HostString host)
    {
        if (_logged.Count < MaxLogged && _logged.TryAdd(host.Host, 0))
        {
            LogRefused(logger, host.Host);
        }

        return TypedResults.Problem(
            $"'{host.Host}' is not a known name of this host: its operator can name it in the setting SummitBot:PublicUrl or AllowedHosts.",
            statusCode: StatusCodes.Status400BadRequest
        );
    }

    private static HashSet<string> NamesIn(IEnumerable<string> addresses) =>
        addresses
            .Select(a => Uri.TryCreate(a, UriKind.Absolute, out Uri? address) ? address.IdnHost : "")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A request for the host name {Name} was refused: if people reach the host by it, set SummitBot:PublicUrl or AllowedHosts"
    )]
    private static partial void LogRefused(ILogger logger, string name);
}
