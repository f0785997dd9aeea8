namespace SummitBot.Core.Languages;

/// <summary>A country and the words that news use for it.</summary>
internal sealed record ThesaurusPlace
{
    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Demonyms { get; init; } = [];

    public string? Capital { get; init; }

    /// <summary>Words for its government: <c>kremlin</c>.</summary>
    public IReadOnlyList<string> Metonyms { get; init; } = [];
}
