namespace SummitBot.Language.Words;

/// <summary>A thesaurus file, <c>Languages/Thesauri/{code}.json</c>.</summary>
internal sealed record ThesaurusData
{
    /// <summary>
    /// An ending to those that a word of the thesaurus may have in its place: <c>ied</c> to <c>y</c>. The longest that fits
    /// is tried first.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Endings { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Two ways to write the same: <c>five</c> and <c>5</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Same { get; set; } = [];

    /// <summary>Words that may stand for each other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; set; } = [];

    /// <summary>A base form to forms of it that no ending gives away, for languages without a table of their own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Irregular { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>An expression of several words, its verb in the base form, to words that may stand for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>
    /// An expression that ends in one of these may stand for its words in turn; the words of others are found in any text.
    /// </summary>
    public IReadOnlyList<string> Particles { get; set; } = [];

    /// <summary>A general word to words for kinds of it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds { get; set; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public IReadOnlyList<ThesaurusCountry> Places { get; set; } = [];

    /// <summary>An acronym to what it stands for.</summary>
    public IReadOnlyDictionary<string, string> Acronyms { get; set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
