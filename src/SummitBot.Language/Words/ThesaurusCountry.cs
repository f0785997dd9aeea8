namespace SummitBot.Language.Words;

/// <summary>A country and the words that news use for it.</summary>
internal sealed record ThesaurusCountry
{
    public IReadOnlyList<string> Names { get; set; } = [];

    public IReadOnlyList<string> Demonyms { get; set; } = [];

    public string? Capital { get; set; }

    /// <summary>Words for its government: <c>kremlin</c>.</summary>
    public IReadOnlyList<string> Metonyms { get; set; } = [];
}
