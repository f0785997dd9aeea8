using Lingua;
using SummitBot.Language;
using LinguaLanguage = Lingua.Language;

namespace SummitBot.Ingestion.Languages;

/// <summary>
/// Detects the language from the script if only one language uses it, then from function words if they are clear, and
/// otherwise with Lingua. Lingua's models take half a second and some 75 MB on first use, and ten times that in its
/// accurate mode; most texts never need them.
/// </summary>
internal sealed class LinguaLanguageDetector : ILanguageDetector
{
    /// <summary>Fewer letters are not enough to detect a language.</summary>
    private const int MinLetters = 20;

    /// <summary>A character of these scripts carries as much information as a word or a syllable.</summary>
    private const int MinSyllables = 4;

    private const int SampleLength = 1_000;

    /// <summary>
    /// Characters. In such a short text, names dominate the letter statistics, so only languages whose function words
    /// it has are considered.
    /// </summary>
    private const int MaxShortTextLength = 200;

    /// <summary>
    /// Latin and Cyrillic languages with an analyzer in the index, and similar languages they could be confused with.
    /// </summary>
    private static readonly LinguaLanguage[] Candidates =
    [
        LinguaLanguage.Bokmal,
        LinguaLanguage.Bulgarian,
        LinguaLanguage.Catalan,
        LinguaLanguage.Czech,
        LinguaLanguage.Danish,
        LinguaLanguage.Dutch,
        LinguaLanguage.English,
        LinguaLanguage.Finnish,
        LinguaLanguage.French,
        LinguaLanguage.German,
        LinguaLanguage.Hungarian,
        LinguaLanguage.Indonesian,
        LinguaLanguage.Italian,
        LinguaLanguage.Latvian,
        LinguaLanguage.Polish,
        LinguaLanguage.Portuguese,
        LinguaLanguage.Romanian,
        LinguaLanguage.Russian,
        LinguaLanguage.Slovak,
        LinguaLanguage.Spanish,
        LinguaLanguage.Swedish,
        LinguaLanguage.Turkish,
        LinguaLanguage.Ukrainian,
    ];

    private readonly Lazy<LanguageDetector> _lingua = new(() =>
        LanguageDetectorBuilder.FromLanguages(Candidates).WithLowAccuracyMode().Build()
    );

    public string Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string sample = text.Length <= SampleLength ? text : text[..SampleLength];
        ScriptShares scripts = ScriptShares.Measure(sample);
        if (scripts.OnlyLanguage is { } only)
        {
            return scripts.Letters >= MinSyllables ? only : LanguageCodes.Unknown;
        }

        if (scripts.Letters < MinLetters || !scripts.HasManyLanguages)
        {
            return LanguageCodes.Unknown;
        }

        return FunctionWords.DetectLanguage(sample) ?? AskLingua(sample);
    }

    private string AskLingua(string sample)
    {
        string guess = GetCode(_lingua.Value.DetectLanguageOf(sample));
        IReadOnlyList<string> others =
            sample.Length > MaxShortTextLength ? [] : FunctionWords.FindAlternatives(guess, sample);
        return others.Count == 0
            ? guess
            : GetCode(
                _lingua
                    .Value.ComputeLanguageConfidenceValues(sample)
                    .Where(l => others.Contains(GetCode(l.Key), StringComparer.Ordinal))
                    .MaxBy(l => l.Value)
                    .Key
            );
    }

    private static string GetCode(LinguaLanguage language) =>
        language == LinguaLanguage.Unknown
            ? LanguageCodes.Unknown
            : language.IsoCode6391().ToString().ToLowerInvariant();
}
