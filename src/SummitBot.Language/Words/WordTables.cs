namespace SummitBot.Language.Words;

/// <summary>
/// Tables of English words: base forms, and from an extract of WordNet synonyms (the first four senses), kinds and
/// opposites. Loaded once, on first use. Thread-safe.
/// </summary>
public sealed class WordTables
{
    private const double SynonymStrength = 0.8;
    private const double KindStrength = 0.55;
    private const double PlaceStrength = 0.9;
    private const int MaxCached = 50_000;

    private static readonly Lazy<WordTables> Loaded = new(() => new WordTables());
    private static readonly Dictionary<string, double> Nothing = [];

    private readonly SynsetTable _synsets = SynsetTable.Load();
    private readonly PairTable _opposites = PairTable.Load("antonyms.txt");
    private readonly PairTable _derivations = PairTable.Load("derivations.txt");
    private readonly WordCache<string> _lemmas;
    private readonly WordCache<IReadOnlyDictionary<string, double>> _explained;

    private WordTables()
    {
        var lemmatizer = new Lemmatizer(IrregularForms.English, _synsets.Contains);
        _lemmas = new WordCache<string>(MaxCached, lemmatizer.GetLemma);
        _explained = new WordCache<IReadOnlyDictionary<string, double>>(MaxCached, Collect);
    }

    public static WordTables English => Loaded.Value;

    /// <summary>True for a base form in the vocabulary.</summary>
    public bool Contains(string lemma) => _synsets.Contains(lemma);

    /// <summary>True for a word of the language, in any form, that has a meaning in the vocabulary.</summary>
    public bool Knows(string form)
    {
        string lemma = GetLemma(form);
        return lemma != form || GetSynonyms(lemma).Any() || GetKinds(lemma).Any();
    }

    /// <summary>True when one of the word's senses is a verb.</summary>
    public bool IsVerb(string lemma) => _synsets.IsVerb(lemma);

    /// <summary>True when all of the word's senses are verbs.</summary>
    public bool IsVerbOnly(string lemma) => _synsets.IsVerb(lemma) && !_synsets.IsOtherThanVerb(lemma);

    /// <summary>True when one of the word's senses is a noun.</summary>
    public bool IsNoun(string lemma) => _synsets.IsNoun(lemma);

    /// <summary>The words that share one of its senses.</summary>
    public IEnumerable<string> GetSynonyms(string lemma) => _synsets.GetSynonyms(lemma).Where(w => w != lemma);

    /// <summary>The nouns for kinds of it, those of its first sense first: <c>rifle</c> for <c>weapon</c>.</summary>
    public IEnumerable<string> GetKinds(string lemma) => _synsets.GetKinds(lemma, SynsetTable.Noun);

    /// <summary>The base form of a word in lower case.</summary>
    public string GetLemma(string word) => _lemmas.GetOrAdd(word);

    /// <summary>The opposites of a word; empty when it has none.</summary>
    public IReadOnlyCollection<string> GetOpposites(string lemma) => _opposites.Find(lemma);

    /// <summary>
    /// The words of a source that match a word of a claim, other than itself, with the strength of the match, above 0
    /// and below 1.
    /// </summary>
    public IReadOnlyDictionary<string, double> Explaining(string lemma) => _explained.GetOrAdd(lemma);

    private IReadOnlyDictionary<string, double> Collect(string lemma)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string kind in _synsets.GetKinds(lemma))
        {
            words[kind] = KindStrength;
        }

        foreach (string synonym in _synsets.GetSynonyms(lemma).Concat(_derivations.Find(lemma)))
        {
            words[synonym] = SynonymStrength;
        }

        foreach (RelatedPhrase related in Thesaurus.For(LanguageCodes.English).Relate([lemma])[0])
        {
            if (related.Words.Count == 1 && (related.Strength >= PlaceStrength || Contains(lemma)))
            {
                words[related.Words[0]] = Math.Max(related.Strength, words.GetValueOrDefault(related.Words[0]));
            }
        }

        foreach (string opposite in _opposites.Find(lemma).Append(lemma))
        {
            words.Remove(opposite);
        }

        return words.Count == 0 ? Nothing : words;
    }
}
