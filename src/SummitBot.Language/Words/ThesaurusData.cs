using System.Text.Json.Serialization;

namespace SummitBot.Language.Words;

/// <summary>A thesaurus file, <c>Languages/Thesauri/{code}.json</c>.</summary>
internal sealed record ThesaurusData
{
    /// <summary>
    /// Maps an ending to those that a word of the thesaurus may have instead: <c>ied</c> to <c>y</c>. The longest match
    /// is tried first.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Endings { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Two spellings of the same: <c>five</c> and <c>5</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Same { get; set; } = [];

    /// <summary>Words that may replace each other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; set; } = [];

    /// <summary>Maps a base form to its irregular forms, for languages without a table of their own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Irregular { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Maps an expression of several words, its verb in the base form, to its alternatives.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>
    /// An expression that ends in one of these may also replace its alternatives; the words of other expressions occur
    /// in any text.
    /// </summary>
    public IReadOnlyList<string> Particles { get; set; } = [];

    /// <summary>Maps a general word to words for kinds of it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public IReadOnlyList<ThesaurusCountry> Places { get; set; } = [];

    /// <summary>Maps an acronym to its long form.</summary>
    public IReadOnlyDictionary<string, string> Acronyms { get; set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A country and the words that news use for it.</summary>
internal sealed record ThesaurusCountry
{
    public IReadOnlyList<string> Names { get; set; } = [];

    public IReadOnlyList<string> Demonyms { get; set; } = [];

    public string? Capital { get; set; }

    /// <summary>Words for its government: <c>kremlin</c>.</summary>
    public IReadOnlyList<string> Metonyms { get; set; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ThesaurusData))]
internal sealed partial class ThesaurusJson : JsonSerializerContext;
