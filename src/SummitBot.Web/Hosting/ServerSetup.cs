namespace SummitBot.Web.Hosting;

public static class ServerSetup
{
    public const string DefaultUrl = "http://localhost:3978";

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
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // Both log a start that failed with its stack trace; the operator gets StartTrouble's sentence instead.
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
