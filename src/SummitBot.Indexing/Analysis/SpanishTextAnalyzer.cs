using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Tartarus.Snowball.Ext;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Analysis;

/// <summary>
/// Spanish words without case and accents, stemmed by Snowball's rules. A question and a sentence often have the same
/// verb in different forms, which the light stemmer of Lucene.NET's own analyzer does not unify.
/// </summary>
internal sealed class SpanishTextAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(IndexLayout.Compatibility, reader);
        TokenStream terms = new LowerCaseFilter(IndexLayout.Compatibility, words);
        terms = new SnowballFilter(terms, new SpanishStemmer());
        terms = new ASCIIFoldingFilter(terms);
        return new TokenStreamComponents(words, terms);
    }
}
