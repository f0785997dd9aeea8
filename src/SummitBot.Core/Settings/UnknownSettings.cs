using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace SummitBot.Core.Settings;

/// <summary>Finds keys in the settings that nothing reads: mostly typing errors.</summary>
public static class UnknownSettings
{
    /// <summary>The key of the section that contains all settings of the program.</summary>
    public const string Root = "SummitBot";

    /// <summary>
    /// Keys below <paramref name="section"/> that the options class has no property for, also those inside of its named parts
    /// (<c>Sources:press:Grups</c>).
    /// </summary>
    public static IReadOnlyList<string> Find<TOptions>(IConfigurationSection section) =>
        [.. Find(section, GetKeys<TOptions>()), .. InParts(section, typeof(TOptions))];

    /// <summary>Keys directly below <paramref name="section"/> that are not among <paramref name="known"/>.</summary>
    public static IReadOnlyList<string> Find(IConfigurationSection section, IReadOnlyList<string> known) =>
        [.. section.GetChildren().Select(c => c.Key).Except(known, StringComparer.OrdinalIgnoreCase)];

    /// <summary>A sentence that names the unknown keys and the known ones.</summary>
    public static string Describe(string section, IReadOnlyList<string> unknown, IReadOnlyList<string> known) =>
        $"Unknown setting {string.Join(", ", unknown.Select(k => $"{section}:{k}"))}: remove it or correct its name; "
        + $"{section} has {string.Join(", ", known)}.";

    public static IReadOnlyList<string> GetKeys<TOptions>() => GetKeys(typeof(TOptions));

    private static IReadOnlyList<string> GetKeys(Type type) => [.. GetProperties(type).Select(p => p.Name)];

    private static IEnumerable<PropertyInfo> GetProperties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static IEnumerable<string> InParts(IConfigurationSection section, Type type) =>
        from property in GetProperties(type)
        where
            property.PropertyType.IsGenericType
            && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
        let part = property.PropertyType.GenericTypeArguments[1]
        where GetKeys(part).Count > 0
        from named in section.GetSection(property.Name).GetChildren()
        from unknown in Find(named, GetKeys(part))
        select $"{property.Name}:{named.Key}:{unknown}";
}
