namespace SummitBot.Web.Hosting;

public static class ServerSetup
{
    public const string DefaultUrl = "http://localhost:3978";

    /// <summary>Connections beside the open sockets, which have a limit of their own; more are closed at once.</summary>
    private const int MaxConnections = 10_000;

    /// <summary>Who needs longer for the head of a request holds the connection for its own sake. Of bodies Kestrel wants 240 bytes a second.</summary>
    private static readonly TimeSpan LongestHeaders = TimeSpan.FromSeconds(10);

    /// <summary>The settings by which operators choose addresses in ASP.NET Core.</summary>
    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>Addresses and logs of the server.</summary>
    public static void ConfigureServer(this WebApplicationBuilder builder)
    {
        if (!HasAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = LongestHeaders;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        });

        // Both log a start that failed with its stack trace; the operator gets StartupErrors's sentence instead.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter(
            "Microsoft.AspNetCore.Server.Kestrel",
            level => level is LogLevel.Warning or LogLevel.Error
        );
    }

    private static bool HasAddress(ConfigurationManager configuration) =>
        AddressSettings.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
