namespace SummitBot.Language.Tokens;

/// <summary>Splits text into terms in the same way as the index. Thread-safe.</summary>
public interface ITermAnalyzer
{
    /// <summary>The terms of a text in text order; stop words are kept.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">ISO 639-1 code; an unknown one gets words without stemming.</param>
    IReadOnlyList<Term> Analyze(string text, string language);
}

/// <summary>A word of a text.</summary>
/// <param name="Stem">The form in the index.</param>
/// <param name="Start">First UTF-16 unit of the word in the text.</param>
/// <param name="End">One past the last unit.</param>
public readonly record struct Term(string Stem, int Start, int End);
