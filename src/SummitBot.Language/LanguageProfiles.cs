using System.Collections.Concurrent;

namespace SummitBot.Language;

/// <summary>The word lists of the supported languages, each loaded on first use.</summary>
public static class LanguageProfiles
{
    private static readonly LanguageResources<LanguageWordLists> Lists = new(
        "Resources",
        LanguageJson.Default.LanguageWordLists
    );

    private static readonly ConcurrentDictionary<string, LanguageProfile> Loaded = new(StringComparer.Ordinal);

    /// <summary>The languages that have resources.</summary>
    public static IReadOnlyCollection<string> Codes => Lists.Codes;

    /// <summary>The profile of a language; an unsupported one gets the English lists.</summary>
    public static LanguageProfile For(string language) =>
        Loaded.GetOrAdd(Lists.CodeFor(language), static code => new LanguageProfile(code, Lists.For(code)));
}
