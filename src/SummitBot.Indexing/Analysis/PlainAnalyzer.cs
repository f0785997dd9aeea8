using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Analysis;

/// <summary>Words of any language without case and accents.</summary>
internal sealed class PlainAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(IndexLayout.Compatibility, reader);
        TokenStream terms = new LowerCaseFilter(IndexLayout.Compatibility, words);
        terms = new ASCIIFoldingFilter(terms);
        return new TokenStreamComponents(words, terms);
    }
}
