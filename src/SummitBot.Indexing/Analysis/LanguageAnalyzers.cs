using System.Collections.Frozen;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;
using SummitBot.Indexing.Storage;
using SummitBot.Language;

namespace SummitBot.Indexing.Analysis;

/// <summary>
/// The analyzers by language, each created on first use. None of them drops stop words: the index keeps every word, so
/// that distances in phrases are right.
/// </summary>
internal static class LanguageAnalyzers
{
    private const LuceneVersion V = IndexLayout.Compatibility;

    private static readonly CharArraySet None = CharArraySet.Empty;

    private static readonly LanguageAnalyzer Plain = new(() => new PlainAnalyzer(), () => None);

    private static readonly LanguageAnalyzer Cjk = new(() => new CJKAnalyzer(V, None), () => None);

    private static readonly LanguageAnalyzer Dictionary = new(() => new DictionaryAnalyzer(), () => None);

    private static readonly LanguageAnalyzer Norwegian = new(
        () => new NorwegianAnalyzer(V, None),
        () => NorwegianAnalyzer.DefaultStopSet
    );

    private static readonly FrozenDictionary<string, LanguageAnalyzer> ByLanguage = new Dictionary<
        string,
        LanguageAnalyzer
    >(StringComparer.Ordinal)
    {
        [LanguageCodes.English] = new(() => new EnglishTextAnalyzer(), () => StandardAnalyzer.STOP_WORDS_SET),
        ["ar"] = new(() => new ArabicAnalyzer(V, None), () => ArabicAnalyzer.DefaultStopSet),
        ["bg"] = new(() => new BulgarianAnalyzer(V, None), () => BulgarianAnalyzer.DefaultStopSet),
        ["ca"] = new(() => new CatalanAnalyzer(V, None), () => CatalanAnalyzer.DefaultStopSet),
        ["ckb"] = new(() => new SoraniAnalyzer(V, None), () => SoraniAnalyzer.DefaultStopSet),
        ["cs"] = new(() => new CzechAnalyzer(V, None), () => CzechAnalyzer.DefaultStopSet),
        ["da"] = new(() => new DanishAnalyzer(V, None), () => DanishAnalyzer.DefaultStopSet),
        ["de"] = new(() => new GermanAnalyzer(V, None), () => GermanAnalyzer.DefaultStopSet),
        ["el"] = new(() => new GreekAnalyzer(V, None), () => GreekAnalyzer.DefaultStopSet),
        ["es"] = new(() => new SpanishTextAnalyzer(), () => SpanishAnalyzer.DefaultStopSet),
        ["eu"] = new(() => new BasqueAnalyzer(V, None), () => BasqueAnalyzer.DefaultStopSet),
        ["fa"] = new(() => new PersianAnalyzer(V, None), () => PersianAnalyzer.DefaultStopSet),
        ["fi"] = new(() => new FinnishAnalyzer(V, None), () => FinnishAnalyzer.DefaultStopSet),
        ["fr"] = new(() => new FrenchAnalyzer(V, None), () => FrenchAnalyzer.DefaultStopSet),
        ["ga"] = new(() => new IrishAnalyzer(V, None), () => IrishAnalyzer.DefaultStopSet),
        ["gl"] = new(() => new GalicianAnalyzer(V, None), () => GalicianAnalyzer.DefaultStopSet),
        ["hi"] = new(() => new HindiAnalyzer(V, None), () => HindiAnalyzer.DefaultStopSet),
        ["hu"] = new(() => new HungarianAnalyzer(V, None), () => HungarianAnalyzer.DefaultStopSet),
        ["hy"] = new(() => new ArmenianAnalyzer(V, None), () => ArmenianAnalyzer.DefaultStopSet),
        ["id"] = new(() => new IndonesianAnalyzer(V, None), () => IndonesianAnalyzer.DefaultStopSet),
        ["it"] = new(() => new ItalianAnalyzer(V, None), () => ItalianAnalyzer.DefaultStopSet),
        ["ja"] = Dictionary,
        ["km"] = Dictionary,
        ["ko"] = Cjk,
        ["lo"] = Dictionary,
        ["lv"] = new(() => new LatvianAnalyzer(V, None), () => LatvianAnalyzer.DefaultStopSet),
        ["my"] = Dictionary,
        ["nb"] = Norwegian,
        ["nl"] = new(() => new DutchAnalyzer(V, None), () => DutchAnalyzer.DefaultStopSet),
        ["nn"] = Norwegian,
        ["no"] = Norwegian,
        ["pt"] = new(() => new PortugueseAnalyzer(V, None), () => PortugueseAnalyzer.DefaultStopSet),
        ["ro"] = new(() => new RomanianAnalyzer(V, None), () => RomanianAnalyzer.DefaultStopSet),
        ["ru"] = new(() => new RussianAnalyzer(V, None), () => RussianAnalyzer.DefaultStopSet),
        ["sv"] = new(() => new SwedishAnalyzer(V, None), () => SwedishAnalyzer.DefaultStopSet),
        ["th"] = Dictionary,
        ["tr"] = new(() => new TurkishAnalyzer(V, None), () => TurkishAnalyzer.DefaultStopSet),
        ["zh"] = Cjk,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The analyzer of a language; an unknown language gets words without stemming.</summary>
    public static LanguageAnalyzer For(string language) => ByLanguage.GetValueOrDefault(language, Plain);
}
