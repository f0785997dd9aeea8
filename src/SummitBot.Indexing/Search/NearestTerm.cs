using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SummitBot.Indexing.Search;

/// <summary>Finds the indexed term that an unknown one is most likely a misspelling of.</summary>
internal static class NearestTerm
{
    /// <summary>Shorter words have too many neighbours.</summary>
    private const int ShortestWord = 5;

    private const int SharedStart = 1;
    private const int MostEdits = 1;

    /// <summary>
    /// The term that is one edit away (Damerau-Levenshtein: insert, delete, replace or swap) and shares the first letter;
    /// the most frequent of several. Null when the term is known, too short or holds a digit.
    /// </summary>
    public static string? Find(PassageSearcher searcher, Term term)
    {
        string word = term.Text;
        bool isCandidate = word.Length >= ShortestWord && word.All(char.IsLetter) && searcher.FrequencyOf(term) == 0;
        if (!isCandidate || MultiFields.GetTerms(searcher.IndexReader, term.Field) is not { } terms)
        {
            return null;
        }

        var near = new FuzzyTermsEnum(terms, new AttributeSource(), term, MostEdits, SharedStart, transpositions: true);
        IBoostAttribute closeness = near.Attributes.AddAttribute<IBoostAttribute>();
        (string? Text, float Boost, int Frequency) best = default;
        while (near.MoveNext())
        {
            (float boost, int frequency) = (closeness.Boost, near.DocFreq);
            if (boost > best.Boost || (boost == best.Boost && frequency > best.Frequency))
            {
                best = (near.Term.Utf8ToString(), boost, frequency);
            }
        }

        return best.Text;
    }
}
