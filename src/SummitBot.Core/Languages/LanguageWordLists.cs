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

    public IReadOnlyList<string> GenericWords { get; init; } = [];

    public IReadOnlyList<string> NumberWords { get; init; } = [];

    public IReadOnlyList<string> WeakNumberWords { get; init; } = [];

    public IReadOnlyList<string> Negations { get; init; } = [];

    public IReadOnlyList<string> NegationSuffixes { get; init; } = [];

    public IReadOnlyList<string> Modifiers { get; init; } = [];

    public IReadOnlyList<string> SuperlativeSuffixes { get; init; } = [];

    public IReadOnlyList<string> Months { get; init; } = [];

    public IReadOnlyList<string> Weekdays { get; init; } = [];

    public IReadOnlyList<string> TimeNouns { get; init; } = [];

    public IReadOnlyList<string> PlacePrepositions { get; init; } = [];

    public IReadOnlyList<string> NameJoiners { get; init; } = [];

    public IReadOnlyList<string> Pronouns { get; init; } = [];

    public IReadOnlyList<string> Demonstratives { get; init; } = [];

    public IReadOnlyList<string> EllipsisStarts { get; init; } = [];

    public IReadOnlyList<string> FragmentStarts { get; init; } = [];

    public IReadOnlyList<string> PersonNouns { get; init; } = [];

    public IReadOnlyList<string> PlaceNouns { get; init; } = [];

    public IReadOnlyList<string> DateNouns { get; init; } = [];

    public IReadOnlyList<string> NumberNouns { get; init; } = [];

    public IReadOnlyList<string> ReasonNouns { get; init; } = [];

    public IReadOnlyList<string> PersonPhrases { get; init; } = [];

    public IReadOnlyList<string> ReasonCues { get; init; } = [];

    public IReadOnlyList<string> PurposeMarkers { get; init; } = [];

    /// <summary>Answer type (person, date, place, number, reason, manner, thing) to the words that ask for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> QuestionTypes { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
