using Lucene.Net.Search;
using SummitBot.Core.Answers.Parts;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Analysis;
using SummitBot.Indexing.Storage;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;
using LuceneTerm = Lucene.Net.Index.Term;

namespace SummitBot.Indexing.Search;

/// <summary>
/// Turns a question into a query: each content word once, and each two neighbouring ones as a loose phrase, all of them
/// optional. Measured on questions over encyclopaedia paragraphs, the phrases bring the right passage to the top more
/// often than any other single means.
/// </summary>
internal sealed class PassageQueryBuilder(ITermAnalyzer analyzer, PassageSearcher searcher, AblationSwitches ablation)
{
    private const int PhraseSlop = 8;
    private const float PhraseBoost = 0.4f;

    private const float SynonymBoost = 0.5f;

    /// <summary>Each costs the time of a word.</summary>
    private const int MaxSynonyms = 8;

    /// <summary>Words of a question that are searched for; a longer question is mostly story, and each word costs time.</summary>
    private const int MaxWords = 64;

    /// <returns>Null when nothing is left to search for.</returns>
    public Query? Build(RetrievalQuery query)
    {
        BooleanQuery[] byLanguage =
        [
            .. searcher
                .Languages.Keys.OrderByDescending(l => string.Equals(l, query.Language, StringComparison.Ordinal))
                .ThenBy(l => l, StringComparer.Ordinal)
                .Select(l => InLanguage(query, l))
                .Where(q => q.Clauses.Count > 0),
        ];
        if (byLanguage.Length <= 1)
        {
            return byLanguage.FirstOrDefault();
        }

        var all = new BooleanQuery(disableCoord: true);
        foreach (BooleanQuery part in byLanguage)
        {
            all.Add(part, Occur.SHOULD);
        }

        return all;
    }

    private BooleanQuery InLanguage(RetrievalQuery query, string language)
    {
        string field = IndexLayout.TextField(language);
        IReadOnlyList<Term> question = analyzer.Analyze(query.Question, language);
        List<string> words = ContentWords(query, question, language);
        var result = new BooleanQuery(disableCoord: true);
        (string Stem, float Weight)[] weights = [.. Weights(query, language, words)];
        HashSet<string> searched = weights.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, List<string>> synonyms = FindSynonyms(query, question, searched, language);
        foreach ((string stem, float weight) in weights)
        {
            result.Add(OneWord(field, stem, weight, synonyms.GetValueOrDefault(stem)), Occur.SHOULD);
        }

        if (ablation.Has(AblationSwitch.Phrases))
        {
            AddPhrases(result, field, words);
        }

        return result;
    }

    private static void AddPhrases(BooleanQuery result, string field, List<string> words)
    {
        foreach ((string first, string second) in words.Zip(words.Skip(1)).Distinct())
        {
            var phrase = new PhraseQuery { Slop = PhraseSlop, Boost = PhraseBoost };
            phrase.Add(new LuceneTerm(field, first));
            phrase.Add(new LuceneTerm(field, second));
            result.Add(phrase, Occur.SHOULD);
        }
    }

    /// <summary>A word, or for less what may stand for it: whichever scores higher.</summary>
    private static Query OneWord(string field, string stem, float weight, List<string>? synonyms)
    {
        var word = new TermQuery(new LuceneTerm(field, stem)) { Boost = weight };
        if (synonyms is null)
        {
            return word;
        }

        var either = new DisjunctionMaxQuery(tieBreakerMultiplier: 0) { word };
        foreach (string synonym in synonyms)
        {
            either.Add(new TermQuery(new LuceneTerm(field, synonym)) { Boost = weight * SynonymBoost });
        }

        return either;
    }

    /// <summary>For each stem searched for the stems of single words that may stand for it or that it misspells.</summary>
    private Dictionary<string, List<string>> FindSynonyms(
        RetrievalQuery query,
        IReadOnlyList<Term> words,
        HashSet<string> searched,
        string language
    )
    {
        Thesaurus thesaurus = ablation.Has(AblationSwitch.Synonyms) ? Thesaurus.For(language) : Thesaurus.None;
        IReadOnlyList<RelatedPhrase>[] related = thesaurus.Relate([
            .. words.Select(w => query.Question[w.Start..w.End].ToLowerInvariant()),
        ]);
        var synonyms = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++)
        {
            string own = words[i].Stem;
            if (!searched.Contains(own) || synonyms.ContainsKey(own))
            {
                continue;
            }

            List<string> stems =
            [
                .. related[i]
                    .Where(r => r.Words.Count == 1)
                    .SelectMany(r => analyzer.Analyze(r.Words[0], language))
                    .Select(t => t.Stem)
                    .Where(s => s != own)
                    .Distinct(StringComparer.Ordinal)
                    .Take(MaxSynonyms),
            ];
            var word = new LuceneTerm(IndexLayout.TextField(language), own);
            if (ablation.Has(AblationSwitch.Spelling) && searcher.FindNearest(word) is { } nearest)
            {
                stems.Add(nearest);
            }

            if (stems.Count > 0)
            {
                synonyms.Add(own, stems);
            }
        }

        return synonyms;
    }

    /// <summary>The question's stems outside the stop words; all of them when it has no others.</summary>
    private static List<string> ContentWords(RetrievalQuery query, IReadOnlyList<Term> all, string language)
    {
        List<string> content =
        [
            .. all.Where(t => !IsStopWord(query.Question[t.Start..t.End], query.Language, language))
                .Select(t => t.Stem),
        ];
        return [.. (content.Count > 0 ? content : all.Select(t => t.Stem)).Take(MaxWords)];
    }

    /// <summary>Each stem with the largest weight it has anywhere, in the order in which they came up.</summary>
    private IEnumerable<(string Stem, float Weight)> Weights(RetrievalQuery query, string language, List<string> words)
    {
        var context =
            from term in query.ContextTerms
            where term.Weight > 0 && !IsStopWord(term.Word, query.Language, language)
            from part in analyzer.Analyze(term.Word, language)
            select (part.Stem, Weight: (float)term.Weight);
        return words
            .Select(w => (Stem: w, Weight: 1f))
            .Concat(context.Take(MaxWords))
            .GroupBy(t => t.Stem, t => t.Weight, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Max()));
    }

    private static bool IsStopWord(string word, string questionLanguage, string fieldLanguage) =>
        StopWords.Contains(word, fieldLanguage)
        || (
            !string.Equals(questionLanguage, fieldLanguage, StringComparison.Ordinal)
            && StopWords.Contains(word, questionLanguage)
        );
}
