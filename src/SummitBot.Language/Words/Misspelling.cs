namespace SummitBot.Language.Words;

/// <summary>Which words of a question may be misspelt.</summary>
public static class Misspelling
{
    /// <summary>
    /// False for a word of English that means something: that no article has it does not make it a slip of the pen.
    /// </summary>
    /// <param name="form">In lower case.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public static bool IsPossible(string form, string language) =>
        language != LanguageCodes.English || !WordTables.English.Knows(form);
}
