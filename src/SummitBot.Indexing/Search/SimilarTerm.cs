using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SummitBot.Indexing.Search;

/// <summary>Finds the indexed term that an unknown one most likely misspells.</summary>
internal static class SimilarTerm
{
    /// <summary>Shorter words have too many neighbours.</summary>
    private const int MinWordLength = 4;

    /// <summary>Longer words may differ in two letters.</summary>
    private const int LongWord = 8;

    private const int LongSharedStart = 1;
    private const int ShortSharedStart = 2;

    /// <summary>
    /// The nearest term, one edit away or two from a long word (Damerau-Levenshtein: insert, delete, replace or swap),
    /// with the same first letter; the most frequent of several. Null when the term is known, too short or contains a
    /// digit.
    /// </summary>
    public static string? Find(PassageSearcher searcher, Term term)
    {
        string word = term.Text;
        bool isCandidate = word.Length >= MinWordLength && word.All(char.IsLetter) && searcher.GetFrequency(term) == 0;
        if (!isCandidate || MultiFields.GetTerms(searcher.IndexReader, term.Field) is not { } terms)
        {
            return null;
        }

        int edits = word.Length >= LongWord ? 2 : 1;
        int shared = word.Length > MinWordLength ? LongSharedStart : ShortSharedStart;
        var near = new FuzzyTermsEnum(terms, new AttributeSource(), term, edits, shared, transpositions: true);
        IBoostAttribute closeness = near.Attributes.AddAttribute<IBoostAttribute>();
        (string? Text, float Boost, int Frequency) best = default;
        while (near.MoveNext())
        {
            float boost = closeness.Boost;
            if (boost < best.Boost)
            {
                continue;
            }

            string text = near.Term.Utf8ToString();
            int frequency = searcher.GetFrequency(new Term(term.Field, text));
            if (frequency > 0 && (boost > best.Boost || frequency > best.Frequency))
            {
                best = (text, boost, frequency);
            }
        }

        return best.Text;
    }
}
