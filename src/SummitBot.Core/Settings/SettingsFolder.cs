using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace SummitBot.Core.Settings;

/// <summary>
/// The folder that relative paths of settings start at: <c>SummitBot:Folder</c>, otherwise the folder of the settings
/// file. It does not depend on the current folder.
/// </summary>
public static class SettingsFolder
{
    /// <summary>
    /// Metadata of a program that runs where it was built: its settings file is a copy of the one in this folder.
    /// </summary>
    private const string BuildMetadata = "SummitBot.SettingsFolder";

    /// <summary>The key of <c>SummitBotOptions.Folder</c>.</summary>
    private const string Key = "SummitBot:Folder";

    public static string Find(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? named = configuration[Key];
        return string.IsNullOrEmpty(named) ? FindBuilt() ?? AppContext.BaseDirectory : Path.GetFullPath(named);
    }

    /// <summary>Makes the paths among the settings, and in their named parts, absolute; an empty one stays empty.</summary>
    internal static void Anchor(object options, IConfiguration configuration) => Anchor(options, Find(configuration));

    private static void Anchor(object options, string folder)
    {
        foreach (PropertyInfo property in options.GetType().GetProperties())
        {
            bool isPath = property.IsDefined(typeof(SettingsPathAttribute));
            switch (property.GetIndexParameters().Length == 0 ? property.GetValue(options) : null)
            {
                case string { Length: > 0 } path when isPath:
                    property.SetValue(options, Path.Combine(folder, path));
                    break;
                case IReadOnlyList<string> paths when isPath:
                    property.SetValue(options, paths.Select(p => Path.Combine(folder, p)).ToArray());
                    break;
                case IDictionary parts:
                    foreach (object part in parts.Values.Cast<object>().Where(p => p is not (string or IEnumerable)))
                    {
                        Anchor(part, folder);
                    }

                    break;
            }
        }
    }

    private static string? FindBuilt()
    {
        string? folder = Assembly
            .GetEntryAssembly()
            ?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == BuildMetadata)
            ?.Value;
        return Directory.Exists(folder) ? folder : null;
    }
}
