using System.Collections.Frozen;

namespace SummitBot.Ingestion.FrontMatter;

/// <summary>The language of a tag (BCP 47, RFC 5646): <c>zh-CN</c> gives <c>zh</c>, <c>en_US</c> gives <c>en</c>.</summary>
internal static class LanguageTag
{
    /// <summary>Other codes of languages, mapped to the ISO 639-1 code used for comparison.</summary>
    private static readonly FrozenDictionary<string, string> Canonical = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["no"] = "nb",
        ["nno"] = "nn",
        ["nob"] = "nb",
        ["nor"] = "nb",
        ["iw"] = "he",
        ["in"] = "id",
        ["ara"] = "ar",
        ["bul"] = "bg",
        ["cat"] = "ca",
        ["ces"] = "cs",
        ["cze"] = "cs",
        ["dan"] = "da",
        ["deu"] = "de",
        ["ger"] = "de",
        ["ell"] = "el",
        ["gre"] = "el",
        ["eng"] = "en",
        ["spa"] = "es",
        ["fas"] = "fa",
        ["per"] = "fa",
        ["fin"] = "fi",
        ["fra"] = "fr",
        ["fre"] = "fr",
        ["hin"] = "hi",
        ["hun"] = "hu",
        ["hye"] = "hy",
        ["arm"] = "hy",
        ["ind"] = "id",
        ["ita"] = "it",
        ["jpn"] = "ja",
        ["kor"] = "ko",
        ["lav"] = "lv",
        ["nld"] = "nl",
        ["dut"] = "nl",
        ["pol"] = "pl",
        ["por"] = "pt",
        ["ron"] = "ro",
        ["rum"] = "ro",
        ["rus"] = "ru",
        ["swe"] = "sv",
        ["tha"] = "th",
        ["tur"] = "tr",
        ["ukr"] = "uk",
        ["zho"] = "zh",
        ["chi"] = "zh",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The language in lower case; false when the tag does not start with a language code.</summary>
    public static bool TryParse(string tag, out string language)
    {
        string trimmed = tag.Trim();
        int end = trimmed.AsSpan().IndexOfAny('-', '_', '.');
        language = (end < 0 ? trimmed : trimmed[..end]).ToLowerInvariant();
        bool isCode = language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower);
        language = Canonical.GetValueOrDefault(language, language);
        return isCode;
    }
}
