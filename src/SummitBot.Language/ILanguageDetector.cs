namespace SummitBot.Language;

/// <summary>Detects the language of an article. Thread-safe.</summary>
public interface ILanguageDetector
{
    /// <summary>ISO 639-1 code, or <see cref="LanguageCodes.Unknown"/> when it cannot be detected.</summary>
    string Detect(string text);
}
