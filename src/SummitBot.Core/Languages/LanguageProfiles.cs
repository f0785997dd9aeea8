using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace SummitBot.Core.Languages;

/// <summary>The word lists of the languages we have resources for, each loaded when first asked for.</summary>
public static class LanguageProfiles
{
    private const string Prefix = "SummitBot.Core.Languages.Resources.";

    private static readonly FrozenSet<string> Available = Assembly
        .GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(n => n[Prefix.Length..^".json".Length])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, LanguageProfile> Loaded = new(StringComparer.Ordinal);

    /// <summary>The languages that have resources.</summary>
    public static IReadOnlyCollection<string> Codes => Available;

    /// <summary>The profile of a language; one without resources gets the English lists.</summary>
    public static LanguageProfile For(string language) =>
        Loaded.GetOrAdd(Available.Contains(language) ? language : LanguageCodes.English, Load);

    private static LanguageProfile Load(string language)
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + language + ".json")
            ?? throw new InvalidOperationException($"The resource file of language '{language}' is missing.");
        LanguageWordLists lists =
            JsonSerializer.Deserialize(stream, LanguageJson.Default.LanguageWordLists)
            ?? throw new InvalidOperationException($"The resource file of language '{language}' is empty.");
        return new LanguageProfile(language, lists);
    }
}
