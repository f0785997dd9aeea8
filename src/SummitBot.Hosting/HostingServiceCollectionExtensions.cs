using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Settings;

namespace SummitBot.Hosting;

public static class HostingServiceCollectionExtensions
{
    /// <summary>
    /// All sections allowed in section <c>SummitBot</c>, including those of other hosts: all hosts read the same file,
    /// and each checks the keys of the sections that it binds.
    /// </summary>
    private static readonly string[] Sections =
    [
        "Corpus",
        "Index",
        "Answering",
        "Model",
        "Embedding",
        "Reader",
        "Storage",
        "Web",
        "Telemetry",
        "Bot",
        "DirectLine",
        "Admin",
        "Articles",
        "Access",
    ];

    /// <summary>Adds the settings directly in section <c>SummitBot</c>, and reports unknown sections.</summary>
    public static IServiceCollection AddSummitBotHosting(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        IConfigurationSection root = configuration.GetSection(SummitBotOptions.Section);
        string[] known = [.. UnknownSettings.GetKeys<SummitBotOptions>(), .. Sections];
        IReadOnlyList<string> unknown = UnknownSettings.Find(root, known);
        services
            .AddOptions<SummitBotOptions>()
            .Bind(root)
            .ValidateAnnotations()
            .Validate(_ => unknown.Count == 0, UnknownSettings.Describe(SummitBotOptions.Section, unknown, known))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISelfCheck, PublicUrlSelfCheck>());
        return services;
    }
}
