using Lucene.Net.Search;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing.Analysis;
using SummitBot.Indexing.Storage;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;
using LuceneTerm = Lucene.Net.Index.Term;

namespace SummitBot.Indexing.Search;

/// <summary>
/// Converts a question to a query: each content word once, and each pair of neighbouring ones as a loose phrase, all of
/// them optional. On questions over encyclopaedia paragraphs, the phrases improved the top result more than any other
/// measure.
/// </summary>
internal sealed class PassageQueryBuilder(ITermAnalyzer analyzer, PassageSearcher searcher, PassageQueryWeights weights)
{
    private const int PhraseSlop = 8;

    /// <summary>Each synonym takes as much time as a word.</summary>
    private const int MaxSynonyms = 8;

    /// <summary>
    /// Maximum number of words to search for; a longer question is mostly background, and each word takes time.
    /// </summary>
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
        IReadOnlyList<Term> question =
            query.Terms is { } known && string.Equals(language, query.Language, StringComparison.Ordinal)
                ? known
                : analyzer.Analyze(query.Question, language);
        List<string> words = ContentWords(query, question, language);
        var result = new BooleanQuery(disableCoord: true);
        (string Stem, float Weight)[] terms = [.. Weights(query, language, words)];
        HashSet<string> searched = terms.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, List<(string Stem, float Weight)>> alternatives = GetAlternatives(
            query,
            question,
            searched,
            language
        );
        foreach ((string stem, float weight) in terms)
        {
            result.Add(OneWord(field, stem, weight, alternatives.GetValueOrDefault(stem)), Occur.SHOULD);
        }

        if (weights.Phrase > 0)
        {
            AddPhrases(result, field, words);
        }

        return result;
    }

    private void AddPhrases(BooleanQuery result, string field, List<string> words)
    {
        foreach ((string first, string second) in words.Zip(words.Skip(1)).Distinct())
        {
            var phrase = new PhraseQuery { Slop = PhraseSlop, Boost = weights.Phrase };
            phrase.Add(new LuceneTerm(field, first));
            phrase.Add(new LuceneTerm(field, second));
            result.Add(phrase, Occur.SHOULD);
        }
    }

    /// <summary>A word, or for less what may stand for it: whichever scores higher.</summary>
    private static Query OneWord(
        string field,
        string stem,
        float weight,
        List<(string Stem, float Weight)>? alternatives
    )
    {
        var word = new TermQuery(new LuceneTerm(field, stem)) { Boost = weight };
        if (alternatives is null)
        {
            return word;
        }

        var either = new DisjunctionMaxQuery(tieBreakerMultiplier: 0) { word };
        foreach ((string other, float share) in alternatives)
        {
            either.Add(new TermQuery(new LuceneTerm(field, other)) { Boost = weight * share });
        }

        return either;
    }

    /// <summary>For each stem searched for the stems of single words that may stand for it or that it misspells.</summary>
    private Dictionary<string, List<(string Stem, float Weight)>> GetAlternatives(
        RetrievalQuery query,
        IReadOnlyList<Term> words,
        HashSet<string> searched,
        string language
    )
    {
        Thesaurus thesaurus = weights.Synonym > 0 ? Thesaurus.For(language) : Thesaurus.None;
        IReadOnlyList<RelatedPhrase>[] related = thesaurus.Relate([
            .. words.Select(w => query.Question[w.Start..w.End].ToLowerInvariant()),
        ]);
        var alternatives = new Dictionary<string, List<(string Stem, float Weight)>>(StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++)
        {
            string own = words[i].Stem;
            if (!searched.Contains(own) || alternatives.ContainsKey(own))
            {
                continue;
            }

            List<(string Stem, float Weight)> others =
            [
                .. related[i]
                    .Where(r => r.Words.Count == 1)
                    .SelectMany(r => analyzer.Analyze(r.Words[0], language))
                    .Select(t => t.Stem)
                    .Where(s => s != own)
                    .Distinct(StringComparer.Ordinal)
                    .Take(MaxSynonyms)
                    .Select(s => (s, weights.Synonym)),
            ];
            var word = new LuceneTerm(IndexLayout.TextField(language), own);
            bool mayBeMisspelt = Misspelling.IsPossible(
                query.Question[words[i].Start..words[i].End].ToLowerInvariant(),
                language
            );
            if (weights.Respelling > 0 && mayBeMisspelt && searcher.FindNearest(word) is { } nearest)
            {
                others.Add((nearest, weights.Respelling));
            }

            if (others.Count > 0)
            {
                alternatives.Add(own, others);
            }
        }

        return alternatives;
    }

    /// <summary>The question's stems without stop words; all stems when it has only stop words.</summary>
    private static List<string> ContentWords(RetrievalQuery query, IReadOnlyList<Term> all, string language)
    {
        List<string> content =
        [
            .. all.Where(t => !IsStopWord(query.Question[t.Start..t.End], query.Language, language))
                .Select(t => t.Stem),
        ];
        return [.. (content.Count > 0 ? content : all.Select(t => t.Stem)).Take(MaxWords)];
    }

    /// <summary>Each stem with its largest weight, in order of first occurrence.</summary>
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
