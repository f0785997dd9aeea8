namespace SummitBot.Language;

/// <summary>The part <c>shortAnswers</c> of a language's resource file.</summary>
internal sealed record ShortAnswerWordLists
{
    public IReadOnlyList<string> Units { get; set; } = [];

    public IReadOnlyList<string> DurationUnits { get; set; } = [];

    public IReadOnlyList<string> PercentWords { get; set; } = [];

    public IReadOnlyList<string> DateModifiers { get; set; } = [];

    public IReadOnlyList<string> DateJoiners { get; set; } = [];

    public IReadOnlyList<string> Approximators { get; set; } = [];

    public IReadOnlyList<string> NumberJoiners { get; set; } = [];

    public IReadOnlyList<string> CountPhrases { get; set; } = [];

    public IReadOnlyList<string> DurationPhrases { get; set; } = [];

    public IReadOnlyList<string> AgePhrases { get; set; } = [];

    public IReadOnlyList<string> AgeWords { get; set; } = [];

    public IReadOnlyList<string> AmountPhrases { get; set; } = [];

    public IReadOnlyList<string> PersonAskingWords { get; set; } = [];

    public IReadOnlyList<string> PlaceAskingWords { get; set; } = [];

    public IReadOnlyList<string> LocationPrepositions { get; set; } = [];

    public IReadOnlyList<string> Articles { get; set; } = [];

    public IReadOnlyList<string> Conjunctions { get; set; } = [];

    public IReadOnlyList<string> AgentMarkers { get; set; } = [];

    public IReadOnlyList<string> SupportVerbs { get; set; } = [];

    public IReadOnlyList<string> Auxiliaries { get; set; } = [];
}
