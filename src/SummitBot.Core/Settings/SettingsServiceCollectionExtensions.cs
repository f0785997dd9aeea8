using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SummitBot.Core.Settings;

public static class SettingsServiceCollectionExtensions
{
    /// <summary>
    /// Binds and validates a settings section, once, when the host starts (or when the options are first read). A key of
    /// the section that <typeparamref name="TOptions"/> does not have is a validation error too. Paths become absolute, see
    /// <see cref="SettingsFolder"/>.
    /// </summary>
    /// <param name="section">Full path, for example <c>SummitBot:Corpus</c>.</param>
    public static IServiceCollection AddSettings<TOptions>(
        this IServiceCollection services,
        IConfiguration configuration,
        string section
    )
        where TOptions : class
    {
        IConfigurationSection part = configuration.GetSection(section);
        services
            .AddOptions<TOptions>()
            .Bind(part)
            .PostConfigure(o => SettingsFolder.Anchor(o, configuration))
            .ValidateAnnotations()
            .Validate(
                _ => UnknownSettings.Find<TOptions>(part).Count == 0,
                UnknownSettings.Describe(
                    section,
                    UnknownSettings.Find<TOptions>(part),
                    UnknownSettings.GetKeys<TOptions>()
                )
            )
            .ValidateOnStart();
        return services;
    }

    /// <summary>As <c>ValidateDataAnnotations</c>, but with the attributes' own sentences and nothing around them.</summary>
    public static OptionsBuilder<TOptions> ValidateAnnotations<TOptions>(this OptionsBuilder<TOptions> builder)
        where TOptions : class
    {
        builder.Services.AddSingleton<IValidateOptions<TOptions>, AnnotationValidation<TOptions>>();
        return builder;
    }
}
