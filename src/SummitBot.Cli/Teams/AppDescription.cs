using SummitBot.Terminal;

namespace SummitBot.Cli.Teams;

/// <summary>The operator's description of the Teams app, validated on creation.</summary>
public sealed record AppDescription
{
    private const int MaxNameLength = 30;
    private const int MaxDeveloperLength = 32;

    /// <exception cref="UsageException">Teams would reject one of the values.</exception>
    public AppDescription(string appId, string url, string name, string developer, string version)
    {
        ArgumentNullException.ThrowIfNull(appId);
        AppId = Guid.TryParseExact(appId, "D", out Guid id)
            ? id.ToString("D")
            : throw new UsageException(
                $"--app-id '{appId}' is not an app id: it is the Microsoft App ID of the Azure bot, like 00000000-0000-0000-0000-000000000000."
            );
        Url = PublicAddress(url);
        Name = Short(name, MaxNameLength, "--name");
        Developer = Short(developer, MaxDeveloperLength, "--developer");
        Version = IsVersion(version)
            ? version
            : throw new UsageException($"--app-version '{version}' is not a version: write it like 1.0.0.");
    }

    /// <summary>The bot's id in Azure, in lower case; also the id of the app.</summary>
    public string AppId { get; }

    /// <summary>Where people reach the web host; https.</summary>
    public Uri Url { get; }

    public string Name { get; }

    public string Developer { get; }

    /// <summary>Three numbers; Teams replaces an installed app only with a higher version.</summary>
    public string Version { get; }

    private static Uri PublicAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && address.Scheme == Uri.UriSchemeHttps
        && !address.IsLoopback
        && address.Query.Length == 0
        && address.UserInfo.Length == 0
            ? address
            : throw new UsageException(
                $"--url '{url}' cannot be reached by Teams: give the https address of the host or of its tunnel, like https://bot.example.org."
            );

    private static string Short(string text, int longest, string flag) =>
        text.Trim() is { Length: > 0 } trimmed && trimmed.Length <= longest
            ? trimmed
            : throw new UsageException($"{flag} '{text}' must have 1 to {longest} characters.");

    private static bool IsVersion(string version)
    {
        string[] parts = version.Split('.');
        return parts.Length == 3
            && Array.TrueForAll(
                parts,
                p => p is { Length: > 0 and <= 5 } && p.All(char.IsAsciiDigit) && (p == "0" || p[0] != '0')
            );
    }
}
