namespace SummitBot.Language.Tokens;

/// <summary>Splits text into terms in the same way as the index. Thread-safe.</summary>
public interface ITermAnalyzer
{
    /// <summary>The terms of a text in text order; stop words are kept.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">ISO 639-1 code; an unknown one gets words without stemming.</param>
    IReadOnlyList<Term> Analyze(string text, string language);
}
