namespace SummitBot.Core.Answers;

/// <summary>Tells questions from strings that no person says.</summary>
internal static class QuestionText
{
    private const int MinSigns = 6;
    private const string Punctuation = ".,;:!?'\"-’“”«»¿¡()。，？！؟、";

    /// <summary>True for search operators, markup and the like: signs where words should be.</summary>
    public static bool IsSigns(string text)
    {
        int words = text.Count(char.IsLetter);
        int signs = text.Count(c => !char.IsLetterOrDigit(c) && !char.IsWhiteSpace(c) && !char.IsSurrogate(c));
        int odd = text.Count(c =>
            !char.IsLetterOrDigit(c)
            && !char.IsWhiteSpace(c)
            && !char.IsSurrogate(c)
            && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark
            && !Punctuation.Contains(c, StringComparison.Ordinal)
        );
        return odd >= MinSigns && signs >= words;
    }
}
