namespace SummitBot.Language;

/// <summary>A language's resource file, <c>Languages/Resources/{code}.json</c>.</summary>
internal sealed record LanguageWordLists
{
    public IReadOnlyList<string> Titles { get; set; } = [];

    public IReadOnlyList<string> BeforeNumber { get; set; } = [];

    public IReadOnlyList<string> Abbreviations { get; set; } = [];

    public IReadOnlyList<string> OrdinalLeads { get; set; } = [];

    public IReadOnlyList<string> SentenceStarters { get; set; } = [];

    public IReadOnlyList<string> SpeechVerbs { get; set; } = [];

    public IReadOnlyList<string> StopWords { get; set; } = [];

    public IReadOnlyList<string> PersonPronouns { get; set; } = [];

    public IReadOnlyList<string> Conjunctions { get; set; } = [];

    public IReadOnlyList<string> Copulas { get; set; } = [];

    public IReadOnlyList<string> Determiners { get; set; } = [];

    public IReadOnlyList<string> GenericWords { get; set; } = [];

    public IReadOnlyList<string> NumberWords { get; set; } = [];

    public IReadOnlyList<string> WeakNumberWords { get; set; } = [];

    public IReadOnlyList<string> Negations { get; set; } = [];

    public IReadOnlyList<string> NegationSuffixes { get; set; } = [];

    public IReadOnlyList<string> Modifiers { get; set; } = [];

    public IReadOnlyList<string> SuperlativeSuffixes { get; set; } = [];

    public IReadOnlyList<string> Months { get; set; } = [];

    public IReadOnlyList<string> Weekdays { get; set; } = [];

    public IReadOnlyList<string> TimeNouns { get; set; } = [];

    public IReadOnlyList<string> PlacePrepositions { get; set; } = [];

    public IReadOnlyList<string> NameJoiners { get; set; } = [];

    public IReadOnlyList<string> Pronouns { get; set; } = [];

    public IReadOnlyList<string> Demonstratives { get; set; } = [];

    public IReadOnlyList<string> Affirmations { get; set; } = [];

    public IReadOnlyList<string> EllipsisStarts { get; set; } = [];

    public IReadOnlyList<string> FragmentStarts { get; set; } = [];

    public IReadOnlyList<string> PersonNouns { get; set; } = [];

    public IReadOnlyList<string> PlaceNouns { get; set; } = [];

    public IReadOnlyList<string> DateNouns { get; set; } = [];

    public IReadOnlyList<string> NumberNouns { get; set; } = [];

    public IReadOnlyList<string> ReasonNouns { get; set; } = [];

    public IReadOnlyList<string> PersonPhrases { get; set; } = [];

    public IReadOnlyList<string> ReasonCues { get; set; } = [];

    public IReadOnlyList<string> PurposeMarkers { get; set; } = [];

    public IReadOnlyList<string> Comparatives { get; set; } = [];

    public IReadOnlyList<string> ThanWords { get; set; } = [];

    public IReadOnlyList<string> OrWords { get; set; } = [];

    public IReadOnlyList<string> DifferencePhrases { get; set; } = [];

    public IReadOnlyList<string> ListPhrases { get; set; } = [];

    public IReadOnlyList<string> PluralAskingWords { get; set; } = [];

    public IReadOnlyList<string> ImplicitNegations { get; set; } = [];

    public IReadOnlyList<string> ModalVerbs { get; set; } = [];

    public IReadOnlyList<string> DoubtWords { get; set; } = [];

    public IReadOnlyList<string> CertaintyWords { get; set; } = [];

    /// <summary>
    /// Maps answer types (person, date, place, number, reason, manner, thing) to the words that ask for them.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> QuestionTypes { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public ShortAnswerWordLists ShortAnswers { get; set; } = new();
}
