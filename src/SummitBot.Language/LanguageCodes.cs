namespace SummitBot.Language;

/// <summary>ISO 639-1 codes that the code refers to.</summary>
public static class LanguageCodes
{
    public const string English = "en";

    /// <summary>ISO 639-2's "undetermined": the text is too short or in an unknown language.</summary>
    public const string Unknown = "und";
}
