using SummitBot.Language.Tokens;

namespace SummitBot.Ingestion.Languages;

/// <summary>The number of letters of a text by script.</summary>
/// <param name="Letters">All letters.</param>
/// <param name="OnlyLanguage">The language when the main script identifies it; otherwise null.</param>
/// <param name="HasManyLanguages">True when the main script is Latin or Cyrillic.</param>
internal readonly record struct ScriptShares(int Letters, string? OnlyLanguage, bool HasManyLanguages)
{
    /// <summary>Letters of Persian that Arabic lacks, including Persian's own forms of kaf and ya.</summary>
    private const string PersianLetters = "پچژگکی";

    /// <summary>Letters of Arabic that Persian lacks.</summary>
    private const string ArabicLetters = "ةيكىأإؤ";

    public static ScriptShares Measure(string text)
    {
        Span<int> counts = stackalloc int[(int)Script.Han + 1];
        int letters = 0;
        int persian = 0;
        foreach (char c in text)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            letters++;
            counts[(int)Scripts.GetScript(c)]++;
            persian += PersianLetters.Contains(c) ? 1 : 0;
            persian -= ArabicLetters.Contains(c) ? 1 : 0;
        }

        // Japanese mixes kana into Han, and no other language does.
        int japanese = counts[(int)Script.Kana] + counts[(int)Script.Han];
        if (counts[(int)Script.Kana] * 10 > japanese && japanese * 2 > letters)
        {
            return new ScriptShares(letters, "ja", false);
        }

        int main = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            main = counts[i] > counts[main] ? i : main;
        }

        string? only = (Script)main == Script.Arabic && persian > 0 ? "fa" : Scripts.GetLanguage((Script)main);
        return new ScriptShares(letters, only, (Script)main is Script.Latin or Script.Cyrillic);
    }
}
