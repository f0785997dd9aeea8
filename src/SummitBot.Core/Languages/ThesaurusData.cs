namespace SummitBot.Core.Languages;

/// <summary>A thesaurus file, <c>Languages/Thesauri/{code}.json</c>.</summary>
internal sealed record ThesaurusData
{
    /// <summary>Words that may stand for each other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; init; } = [];

    /// <summary>A general word to words for kinds of it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public IReadOnlyList<ThesaurusPlace> Places { get; init; } = [];

    /// <summary>An acronym to what it stands for.</summary>
    public IReadOnlyDictionary<string, string> Acronyms { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
