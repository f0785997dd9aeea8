namespace SummitBot.Web.Hosting;

public static class ServerSetup
{
    public const string DefaultUrl = "http://localhost:3978";

    /// <summary>
    /// Maximum number of connections besides open sockets, which have their own limit; more are closed at once.
    /// </summary>
    private const int MaxConnections = 10_000;

    /// <summary>
    /// A client that takes longer to send the headers of a request is disconnected. For bodies, Kestrel requires 240
    /// bytes a second.
    /// </summary>
    private static readonly TimeSpan MaxHeaderTime = TimeSpan.FromSeconds(10);

    /// <summary>ASP.NET Core's settings for addresses.</summary>
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
            kestrel.Limits.RequestHeadersTimeout = MaxHeaderTime;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        });

        // Both log a failed start with its stack trace; the operator gets the message of StartupErrors instead.
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
