namespace SummitBot.Core.Languages;

/// <summary>A language's resource file, <c>Languages/Resources/{code}.json</c>.</summary>
internal sealed record LanguageWordLists
{
    public IReadOnlyList<string> Titles { get; init; } = [];

    public IReadOnlyList<string> BeforeNumber { get; init; } = [];

    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    public IReadOnlyList<string> SentenceStarters { get; init; } = [];

    public IReadOnlyList<string> SpeechVerbs { get; init; } = [];

    public IReadOnlyList<string> StopWords { get; init; } = [];
}
