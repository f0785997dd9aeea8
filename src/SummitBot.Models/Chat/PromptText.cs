using System.Text;

namespace SummitBot.Models.Chat;

/// <summary>Makes text of articles and users safe for a prompt.</summary>
internal static class PromptText
{
    /// <summary>
    /// One line without control characters, lone surrogates and anything that could end its delimiters.
    /// </summary>
    public static string OneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
                continue;
            }

            clean.Append(
                c switch
                {
                    '<' => '‹',
                    '>' => '›',
                    _ when char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE' => ' ',
                    _ => c,
                }
            );
        }

        return clean.ToString();
    }
}
