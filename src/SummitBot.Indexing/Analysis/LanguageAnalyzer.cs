using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Util;

namespace SummitBot.Indexing.Analysis;

/// <summary>How texts of one language become terms, and the engine's own stop words of that language.</summary>
internal sealed class LanguageAnalyzer(Func<Analyzer> analyzer, Func<CharArraySet> stopWords)
{
    private readonly Lazy<Analyzer> _analyzer = new(analyzer);
    private readonly Lazy<CharArraySet> _stopWords = new(stopWords);

    public Analyzer Analyzer => _analyzer.Value;

    /// <summary>Never left out of the index; a question does not ask for them.</summary>
    public bool IsStopWord(string word) => _stopWords.Value.Contains(word);
}
