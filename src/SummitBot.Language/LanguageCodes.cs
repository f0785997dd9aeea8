namespace SummitBot.Language;

/// <summary>ISO 639-1 codes that the code itself speaks of.</summary>
public static class LanguageCodes
{
    public const string English = "en";

    /// <summary>ISO 639-2's "undetermined": the text is too short or in no language we know.</summary>
    public const string Unknown = "und";
}
