using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace SummitBot.Core.Settings;

/// <summary>Finds keys in the settings that nothing reads: mostly typing errors.</summary>
public static class UnknownSettings
{
    /// <summary>The key of the section that contains all settings of the program.</summary>
    public const string Root = "SummitBot";

    /// <summary>Keys directly below <paramref name="section"/> that the options class has no property for.</summary>
    public static IReadOnlyList<string> Find<TOptions>(IConfigurationSection section) =>
        Find(section, GetKeys<TOptions>());

    /// <summary>Keys directly below <paramref name="section"/> that are not among <paramref name="known"/>.</summary>
    public static IReadOnlyList<string> Find(IConfigurationSection section, IReadOnlyList<string> known) =>
        [.. section.GetChildren().Select(c => c.Key).Except(known, StringComparer.OrdinalIgnoreCase)];

    /// <summary>A sentence that names the unknown keys and the known ones.</summary>
    public static string Describe(string section, IReadOnlyList<string> unknown, IReadOnlyList<string> known) =>
        $"Unknown setting {string.Join(", ", unknown.Select(k => $"{section}:{k}"))}: remove it or correct its name; "
        + $"{section} has {string.Join(", ", known)}.";

    public static IReadOnlyList<string> GetKeys<TOptions>() =>
        [
            .. typeof(TOptions)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.CanWrite)
                .Select(p => p.Name),
        ];
}
