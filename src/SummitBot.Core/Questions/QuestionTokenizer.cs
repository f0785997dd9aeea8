namespace SummitBot.Core.Questions;

/// <summary>Cuts what was said into words: runs of letters, digits and inner hyphens and apostrophes.</summary>
internal static class QuestionTokenizer
{
    public static IReadOnlyList<string> Tokenize(string text)
    {
        var words = new List<string>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isInside = i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInner(text, i));
            if (isInside && start < 0)
            {
                start = i;
            }
            else if (!isInside && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }

    private static bool IsInner(string text, int i) =>
        text[i] is '-' or '\'' or '’'
        && i > 0
        && i + 1 < text.Length
        && char.IsLetterOrDigit(text[i - 1])
        && char.IsLetterOrDigit(text[i + 1]);
}
