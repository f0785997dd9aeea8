using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using SummitBot.Indexing.Storage;
using SummitBot.Language.Tokens;

namespace SummitBot.Indexing.Analysis;

internal sealed class LuceneTermAnalyzer : ITermAnalyzer
{
    private static readonly FieldAnalyzer Analyzer = new();

    public IReadOnlyList<Term> Analyze(string text, string language)
    {
        var terms = new List<Term>();
        using TokenStream stream = Analyzer.GetTokenStream(IndexLayout.TextField(language), text);
        ICharTermAttribute term = stream.GetAttribute<ICharTermAttribute>();
        IOffsetAttribute offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(new Term(term.ToString(), offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return terms;
    }
}
