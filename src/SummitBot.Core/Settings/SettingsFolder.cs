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

    /// <summary>Makes the paths in the settings absolute; an empty one stays empty.</summary>
    internal static void Anchor<TOptions>(TOptions options, IConfiguration configuration)
    {
        string folder = Find(configuration);
        foreach (PropertyInfo property in typeof(TOptions).GetProperties())
        {
            if (!property.IsDefined(typeof(SettingsPathAttribute)))
            {
                continue;
            }

            switch (property.GetValue(options))
            {
                case string { Length: > 0 } path:
                    property.SetValue(options, Path.Combine(folder, path));
                    break;
                case IReadOnlyList<string> paths:
                    property.SetValue(options, paths.Select(p => Path.Combine(folder, p)).ToArray());
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
