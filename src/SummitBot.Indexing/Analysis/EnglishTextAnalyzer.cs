using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Analysis;

/// <summary>
/// English words without possessive, case and accents, in their base form, stemmed by Porter's rules.
/// </summary>
internal sealed class EnglishTextAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(IndexLayout.Compatibility, reader);
        TokenStream terms = new EnglishPossessiveFilter(IndexLayout.Compatibility, words);
        terms = new LowerCaseFilter(IndexLayout.Compatibility, terms);
        terms = new ASCIIFoldingFilter(terms);
        terms = new IrregularFormFilter(terms);
        terms = new PorterStemFilter(terms);
        return new TokenStreamComponents(words, terms);
    }
}
