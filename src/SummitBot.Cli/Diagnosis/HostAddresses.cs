using Microsoft.Extensions.Configuration;

namespace SummitBot.Cli.Diagnosis;

/// <summary>The addresses that the web host listens on, from the same settings.</summary>
internal static class HostAddresses
{
    private const string Default = "http://localhost:3978";

    /// <summary>Names of the setting in the environment and in appsettings.json.</summary>
    private static readonly string[] Names = ["urls", "ASPNETCORE_URLS", "DOTNET_URLS"];

    /// <summary>Hosts that stand for all addresses of the machine.</summary>
    private static readonly string[] Wildcards = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>The addresses as this machine reaches them; invalid ones are left out.</summary>
    public static IReadOnlyList<Uri> Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string written = Names.Select(n => configuration[n]).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? Default;
        return
        [
            .. written
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(a =>
                    Wildcards.Aggregate(
                        a,
                        (url, any) => url.Replace($"://{any}", "://localhost", StringComparison.Ordinal)
                    )
                )
                .Select(a => Uri.TryCreate(a, UriKind.Absolute, out Uri? address) ? address : null)
                .OfType<Uri>()
                .Where(a => a.Scheme is "http" or "https"),
        ];
    }
}
