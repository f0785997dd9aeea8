using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SummitBot.Language;

/// <summary>
/// The resource files of one folder, <c>Languages/{folder}/{code}.json</c>, one for each language, each read on first
/// use.
/// </summary>
internal sealed class LanguageResources<T>
    where T : class
{
    private readonly string _prefix;
    private readonly JsonTypeInfo<T> _type;
    private readonly ConcurrentDictionary<string, T> _loaded = new(StringComparer.Ordinal);

    public LanguageResources(string folder, JsonTypeInfo<T> type)
    {
        _prefix = $"SummitBot.Language.{folder}.";
        _type = type;
        Codes = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(_prefix, StringComparison.Ordinal))
            .Select(n => n[_prefix.Length..^".json".Length])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The languages that have a file.</summary>
    public FrozenSet<string> Codes { get; }

    /// <summary>What the file of a language says; that of English for a language without one.</summary>
    public T For(string language) => _loaded.GetOrAdd(CodeFor(language), Read);

    /// <summary>The language itself if it has a file, otherwise English.</summary>
    public string CodeFor(string language) => Codes.Contains(language) ? language : LanguageCodes.English;

    private T Read(string language)
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"{_prefix}{language}.json")
            ?? throw new InvalidOperationException($"The resource file of language '{language}' is missing.");
        return JsonSerializer.Deserialize(stream, _type)
            ?? throw new InvalidOperationException($"The resource file of language '{language}' is empty.");
    }
}
