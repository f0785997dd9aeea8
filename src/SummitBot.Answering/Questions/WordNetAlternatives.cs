using SummitBot.Language;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Answering.Questions;

/// <summary>
/// What may stand in a sentence for a word of an English question, as WordNet knows it: words that share a sense with it,
/// and words for kinds of a thing (<c>weapon</c>: <c>rifle</c>), though not for ways to do something, which are as often
/// something else (<c>meet</c>: <c>cover</c>). Thread-safe.
/// </summary>
internal sealed class WordNetAlternatives
{
    private const double SynonymStrength = 0.7;
    private const double KindStrength = 0.55;

    /// <summary>Of a general word such as <c>person</c> those of the first sense, which are enough.</summary>
    private const int MaxKinds = 60;

    private const int MaxCached = 2_000;

    private readonly WordTokenizer _tokenizer;
    private readonly WordCache<IReadOnlyList<Alternative>> _known;

    public WordNetAlternatives(WordTokenizer tokenizer)
    {
        _tokenizer = tokenizer;
        _known = new WordCache<IReadOnlyList<Alternative>>(MaxCached, Find);
    }

    /// <summary>Empty for names, numbers and words of other languages.</summary>
    public IReadOnlyList<Alternative> Find(Word word, string language) =>
        language != LanguageCodes.English || word.IsCapitalised || word.HasDigit
            ? []
            : _known.GetOrAdd(WordTables.English.GetLemma(word.Form));

    private IReadOnlyList<Alternative> Find(string lemma) =>
        [
            .. Alternatives(WordTables.English.GetSynonyms(lemma), SynonymStrength),
            .. Alternatives(WordTables.English.GetKinds(lemma).Take(MaxKinds), KindStrength),
        ];

    private IEnumerable<Alternative> Alternatives(IEnumerable<string> words, double strength) =>
        words
            .Distinct(StringComparer.Ordinal)
            .SelectMany(word => _tokenizer.Tokenize(word, LanguageCodes.English))
            .Select(word => new Alternative([word.Stem], strength));
}
