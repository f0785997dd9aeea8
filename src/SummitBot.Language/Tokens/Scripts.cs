namespace SummitBot.Language.Tokens;

/// <summary>What a writing system says about the language.</summary>
public static class Scripts
{
    /// <summary>The script of a letter or mark; <see cref="Script.Other"/> for a rare one.</summary>
    public static Script GetScript(char c) =>
        c switch
        {
            <= '\u024F' or >= '\u1E00' and <= '\u1EFF' => Script.Latin,
            >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => Script.Greek,
            >= '\u0400' and <= '\u052F' => Script.Cyrillic,
            >= '\u0530' and <= '\u058F' => Script.Armenian,
            >= '\u0590' and <= '\u05FF' => Script.Hebrew,
            >= '\u0600' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFF' => Script.Arabic,
            >= '\u0900' and <= '\u097F' => Script.Devanagari,
            >= '\u0980' and <= '\u09FF' => Script.Bengali,
            >= '\u0A00' and <= '\u0A7F' => Script.Gurmukhi,
            >= '\u0A80' and <= '\u0AFF' => Script.Gujarati,
            >= '\u0B80' and <= '\u0BFF' => Script.Tamil,
            >= '\u0C00' and <= '\u0C7F' => Script.Telugu,
            >= '\u0C80' and <= '\u0CFF' => Script.Kannada,
            >= '\u0D00' and <= '\u0D7F' => Script.Malayalam,
            >= '\u0E00' and <= '\u0E7F' => Script.Thai,
            >= '\u0E80' and <= '\u0EFF' => Script.Lao,
            >= '\u1000' and <= '\u109F' => Script.Burmese,
            >= '\u1780' and <= '\u17FF' => Script.Khmer,
            >= '\u1100' and <= '\u11FF' or >= '\uAC00' and <= '\uD7AF' => Script.Hangul,
            >= '\u3040' and <= '\u30FF' => Script.Kana,
            >= '\u3400' and <= '\u9FFF' => Script.Han,
            _ => Script.Other,
        };

    /// <summary>
    /// ISO 639-1 code of the one language, or of the one with the most readers, that a script is used for; null for
    /// Latin, Cyrillic and unknown scripts.
    /// </summary>
    public static string? GetLanguage(Script script) =>
        script switch
        {
            Script.Greek => "el",
            Script.Armenian => "hy",
            Script.Hebrew => "he",
            Script.Arabic => "ar",
            Script.Devanagari => "hi",
            Script.Bengali => "bn",
            Script.Gurmukhi => "pa",
            Script.Gujarati => "gu",
            Script.Tamil => "ta",
            Script.Telugu => "te",
            Script.Kannada => "kn",
            Script.Malayalam => "ml",
            Script.Thai => "th",
            Script.Lao => "lo",
            Script.Burmese => "my",
            Script.Khmer => "km",
            Script.Hangul => "ko",
            Script.Kana => "ja",
            Script.Han => "zh",
            _ => null,
        };

    /// <summary>True when no spaces, or not only spaces, end the words of a script.</summary>
    public static bool IsUnspaced(Script script) =>
        script
            is Script.Han
                or Script.Kana
                or Script.Hangul
                or Script.Thai
                or Script.Lao
                or Script.Burmese
                or Script.Khmer;

    /// <summary>True when not only spaces end the words of a language.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    public static bool IsUnspaced(string language) => language is "zh" or "ja" or "ko" or "th" or "lo" or "my" or "km";
}

/// <summary>A writing system (ranges: Unicode 16, Blocks.txt).</summary>
public enum Script
{
    Other,
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Thai,
    Lao,
    Burmese,
    Khmer,
    Hangul,
    Kana,
    Han,
}
