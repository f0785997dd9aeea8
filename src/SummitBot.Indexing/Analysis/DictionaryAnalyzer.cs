using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Icu.Segmentation;
using Lucene.Net.Analysis.Miscellaneous;
using SummitBot.Indexing.Storage;

namespace SummitBot.Indexing.Analysis;

/// <summary>
/// Words of languages that write them without spaces (Japanese, Thai, Lao, Khmer, Burmese), found by ICU's dictionaries, without
/// case and accents.
/// </summary>
internal sealed class DictionaryAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new ICUTokenizer(reader);
        TokenStream terms = new CJKWidthFilter(words);
        terms = new LowerCaseFilter(IndexLayout.Compatibility, terms);
        terms = new ASCIIFoldingFilter(terms);
        return new TokenStreamComponents(words, terms);
    }
}
