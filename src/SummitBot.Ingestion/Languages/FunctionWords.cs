using System.Collections.Frozen;
using SummitBot.Language.Tokens;

namespace SummitBot.Ingestion.Languages;

/// <summary>
/// Detects a language by its most frequent function words, when they are clear: at least three of one language, and
/// twice as many as of any other.
/// </summary>
internal static class FunctionWords
{
    private const int MinHits = 3;

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["bg"] = "и на в се за от да са не с по като е това при до че той ще беше който към след между",
        ["ca"] = "el la de i que els les a en amb per una un és va dels del al no més són aquest també com seva",
        ["cs"] = "a v se na je že s z do o byl byla bylo jsou které který jako za pro by po ale také podle jeho",
        ["da"] = "og i at er det en af til på den der med for de som har ikke et blev var hvor hvad efter fra",
        ["de"] = "der die das und in den von zu mit ist im für auf des dem ein eine nicht sich auch wird wurde wer wo",
        ["en"] =
            "the of and to in is was that for it with on as at by be are from which who what when where why how did has",
        ["es"] = "el la de que y en los las por con una un para del se su es al lo más fue como quién qué dónde cuándo",
        ["fi"] = "ja on ei että se oli hän mutta ovat joka myös kun sekä mukaan ole tai kuin jossa mitä missä kuka",
        ["fr"] =
            "le la les de des et en un une du que est dans pour au qui sur par plus ne pas avec il son été où quand",
        ["hu"] = "a az és hogy nem egy is volt meg ez van de mint már csak szerint után között amely hol ki mikor",
        ["id"] =
            "yang dan di dengan untuk pada dari ini itu dalam tidak akan oleh adalah ke telah juga sebagai apa siapa",
        ["it"] =
            "il di che e la in un una per del della con non è sono da dei le al nel si più ha gli chi dove quando come",
        ["lv"] = "un ir ar no par uz ka kas bija pēc kā arī tika lai vai savu līdz gada kur kad",
        ["nb"] = "og i at er det en av til på den som med for de har ikke et ble var fra også etter hvor hva om",
        ["nl"] = "de het een van en in is op dat te met voor zijn niet aan door werd ook bij naar wie waar wat wanneer",
        ["pl"] = "w i na z się do nie że jest o od jak po za przez to oraz był była który które kto gdzie kiedy",
        ["pt"] = "o a de que e do da em um uma para com os as no na por não mais foi são ao pelo quem onde quando",
        ["ro"] = "și de în a la cu pe care din nu este un o să pentru mai fost au lui ale unde când cine prin",
        ["ru"] = "и в не на что с он по как это из за от для был его она было так о где кто когда после",
        ["sk"] = "a v sa na je že s z do o bol bola bolo sú ktoré ktorý ako za pre by po ale tiež podľa jeho",
        ["sv"] = "och i att är det en av till på den som med för de har inte ett var från också efter om vad när vem",
        ["tr"] = "ve bir bu için ile da de olarak daha çok olan sonra kadar gibi ne olduğunu nerede kim değil",
        ["uk"] = "і в на не що з у як це до за та від для був його його вона було є де хто коли після про також",
    };

    private static readonly Lazy<FrozenDictionary<string, string[]>> LanguagesByWord = new(() =>
        Words
            .SelectMany(l =>
                l.Value.Split(' ').Distinct(StringComparer.Ordinal).Select(w => (Word: w, Language: l.Key))
            )
            .GroupBy(p => p.Word, p => p.Language, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal)
    );

    /// <summary>The language; null when the words are not clear.</summary>
    public static string? DetectLanguage(string text)
    {
        (string? best, int max, int second) = FindLeaders(CountHits(text));
        return max >= MinHits && max >= 2 * second ? best : null;
    }

    /// <summary>
    /// ISO 639-1 codes of the possible languages when the words are not clear: those with the most function words in
    /// the text; empty when it has words of the guess, or none of any language.
    /// </summary>
    public static IReadOnlyList<string> FindAlternatives(string guess, string text)
    {
        Dictionary<string, int> hits = CountHits(text);
        int max = FindLeaders(hits).Max;
        return hits.ContainsKey(guess) ? [] : [.. hits.Where(h => h.Value == max).Select(h => h.Key)];
    }

    private static Dictionary<string, int> CountHits(string text)
    {
        var hits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Word word in Tokenizer.Tokenize(text))
        {
            foreach (string language in LanguagesByWord.Value.GetValueOrDefault(word.Form) ?? [])
            {
                hits[language] = hits.GetValueOrDefault(language) + 1;
            }
        }

        return hits;
    }

    /// <summary>The language with the most words, their number, and that of the second language.</summary>
    private static (string? Best, int Max, int Second) FindLeaders(Dictionary<string, int> hits)
    {
        string? best = null;
        int max = 0;
        int second = 0;
        foreach ((string language, int count) in hits)
        {
            if (count > max)
            {
                (best, max, second) = (language, count, max);
            }
            else
            {
                second = Math.Max(second, count);
            }
        }

        return (best, max, second);
    }
}
