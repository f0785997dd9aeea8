using Spectre.Console;
using SummitBot.Language.Sentences;

namespace SummitBot.Terminal;

/// <summary>Text with one highlighted part.</summary>
public static class EmphasisedText
{
    /// <param name="part">A range of <paramref name="text"/>, which need not be clean; null highlights nothing.</param>
    public static void Append(Paragraph paragraph, string text, TextRange? part, Style plain, Style strong)
    {
        if (part is not { } emphasised)
        {
            paragraph.Append(TerminalText.Clean(text), plain);
            return;
        }

        paragraph.Append(Piece(text[..emphasised.Start]), plain);
        paragraph.Append(Piece(emphasised.Slice(text)), strong);
        paragraph.Append(Piece(text[emphasised.End..]), plain);
    }

    /// <summary>Clean text that keeps the spaces at its ends.</summary>
    private static string Piece(string text)
    {
        string clean = TerminalText.Clean(text);
        string before = text.Length > 0 && char.IsWhiteSpace(text[0]) ? " " : "";
        string after = clean.Length > 0 && char.IsWhiteSpace(text[^1]) ? " " : "";
        return before + clean + after;
    }
}
