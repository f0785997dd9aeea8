using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Util;

namespace SummitBot.Indexing.Analysis;

/// <summary>The analyzer of one language, and the engine's stop words for it.</summary>
internal sealed class LanguageAnalyzer(Func<Analyzer> analyzer, Func<CharArraySet> stopWords)
{
    private readonly Lazy<Analyzer> _analyzer = new(analyzer);
    private readonly Lazy<CharArraySet> _stopWords = new(stopWords);

    public Analyzer Analyzer => _analyzer.Value;

    /// <summary>Stop words stay in the index; only questions leave them out.</summary>
    public bool IsStopWord(string word) => _stopWords.Value.Contains(word);
}
