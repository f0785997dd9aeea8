using SummitBot.Language;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Core.Questions;

/// <summary>
/// Words that may replace a word of an English question, according to WordNet: words that share a sense with it, and
/// for a noun the names of its kinds (<c>weapon</c>: <c>rifle</c>). Kinds of a verb are left out because they often
/// mean something else (<c>meet</c>: <c>cover</c>). Thread-safe.
/// </summary>
internal sealed class WordNetAlternatives
{
    private const double SynonymStrength = 0.7;
    private const double KindStrength = 0.55;

    /// <summary>
    /// A general word such as <c>person</c> has more kinds than this; then only those of its first sense are used.
    /// </summary>
    private const int MaxKinds = 60;

    private const int MaxCached = 2_000;

    private readonly ITermAnalyzer _terms;
    private readonly WordCache<IReadOnlyList<Alternative>> _known;

    public WordNetAlternatives(ITermAnalyzer terms)
    {
        _terms = terms;
        _known = new WordCache<IReadOnlyList<Alternative>>(MaxCached, FindForLemma);
    }

    /// <summary>Empty for names, numbers and words of other languages.</summary>
    public IReadOnlyList<Alternative> Find(Word word, string language) =>
        language != LanguageCodes.English || word.IsCapitalised || word.HasDigit
            ? []
            : _known.GetOrAdd(WordTables.English.GetLemma(word.Form));

    private IReadOnlyList<Alternative> FindForLemma(string lemma) =>
        [
            .. Alternatives(WordTables.English.GetSynonyms(lemma), SynonymStrength),
            .. Alternatives(WordTables.English.GetKinds(lemma).Take(MaxKinds), KindStrength),
        ];

    private IEnumerable<Alternative> Alternatives(IEnumerable<string> words, double strength) =>
        words
            .Distinct(StringComparer.Ordinal)
            .SelectMany(word => _terms.Tokenize(word, LanguageCodes.English))
            .Select(word => new Alternative([word.Stem], strength));
}
