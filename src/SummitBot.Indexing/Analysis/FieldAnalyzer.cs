using Lucene.Net.Analysis;
using SummitBot.Indexing.Storage;
using SummitBot.Language;

namespace SummitBot.Indexing.Analysis;

/// <summary>Sends each text field to the analyzer of its language.</summary>
internal sealed class FieldAnalyzer() : AnalyzerWrapper(PER_FIELD_REUSE_STRATEGY)
{
    protected override Analyzer GetWrappedAnalyzer(string fieldName) =>
        LanguageAnalyzers.For(IndexLayout.GetLanguage(fieldName) ?? LanguageCodes.Unknown).Analyzer;

    protected override TextReader WrapReader(string fieldName, TextReader reader) => SymbolNames.Spell(reader);
}
