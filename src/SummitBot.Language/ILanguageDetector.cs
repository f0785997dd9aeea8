namespace SummitBot.Language;

/// <summary>Tells the language of an article. Thread-safe.</summary>
public interface ILanguageDetector
{
    /// <summary>ISO 639-1 code, or <see cref="LanguageCodes.Unknown"/> when the text does not tell.</summary>
    string Detect(string text);
}
