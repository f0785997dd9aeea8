namespace SummitBot.Ingestion.Languages;

/// <summary>How many letters of a text belong to which script (ranges: Unicode 16, Blocks.txt).</summary>
/// <param name="Letters">Letters in all.</param>
/// <param name="OnlyLanguage">The language when the main script tells it; null when it does not.</param>
/// <param name="HasManyLanguages">True when the main script is Latin or Cyrillic.</param>
internal readonly record struct ScriptShares(int Letters, string? OnlyLanguage, bool HasManyLanguages)
{
    private enum Script
    {
        Other,
        Latin,
        Cyrillic,
        Greek,
        Armenian,
        Hebrew,
        Arabic,
        Devanagari,
        Thai,
        Hangul,
        Kana,
        Han,
    }

    /// <summary>Letters that Persian has and Arabic has not, with Persian's own forms of kaf and ya.</summary>
    private const string PersianLetters = "پچژگکی";

    /// <summary>Letters that Arabic has and Persian has not.</summary>
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
            counts[(int)GetScript(c)]++;
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

        string? only = (Script)main switch
        {
            Script.Greek => "el",
            Script.Armenian => "hy",
            Script.Hebrew => "he",
            Script.Arabic => persian > 0 ? "fa" : "ar",
            Script.Devanagari => "hi",
            Script.Thai => "th",
            Script.Hangul => "ko",
            Script.Kana => "ja",
            Script.Han => "zh",
            _ => null,
        };
        return new ScriptShares(letters, only, (Script)main is Script.Latin or Script.Cyrillic);
    }

    private static Script GetScript(char c) =>
        c switch
        {
            <= '\u024F' or >= '\u1E00' and <= '\u1EFF' => Script.Latin,
            >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => Script.Greek,
            >= '\u0400' and <= '\u052F' => Script.Cyrillic,
            >= '\u0530' and <= '\u058F' => Script.Armenian,
            >= '\u0590' and <= '\u05FF' => Script.Hebrew,
            >= '\u0600' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFF' => Script.Arabic,
            >= '\u0900' and <= '\u097F' => Script.Devanagari,
            >= '\u0E00' and <= '\u0E7F' => Script.Thai,
            >= '\u1100' and <= '\u11FF' or >= '\uAC00' and <= '\uD7AF' => Script.Hangul,
            >= '\u3040' and <= '\u30FF' => Script.Kana,
            >= '\u3400' and <= '\u9FFF' => Script.Han,
            _ => Script.Other,
        };
}
