namespace SummitBot.Language.Tokens;

/// <summary>
/// Splits text into <see cref="Word"/>s with the index's own analyzer. Footnote numbers (<c>[12]</c>) are skipped.
/// </summary>
public sealed class WordTokenizer(ITermAnalyzer analyzer)
{
    private static readonly string[] PossessiveEndings = ["'s", "’s"];

    public IReadOnlyList<Word> Tokenize(string text, string language) =>
        Tokenize(analyzer.Analyze(text, language), text);

    /// <summary>The words of the terms of a text.</summary>
    public static IReadOnlyList<Word> Tokenize(IReadOnlyList<Term> terms, string text) =>
        [.. terms.Where(term => !IsFootnote(term, text)).Select(term => CreateWord(term, text))];

    private static Word CreateWord(Term term, string text)
    {
        string written = WithoutPossessive(text[term.Start..term.End]);
        return new Word(written, written.ToLowerInvariant(), term.Stem, term.Start, term.End);
    }

    private static bool IsFootnote(Term term, string text) =>
        term.Start > 0
        && term.End < text.Length
        && text[term.Start - 1] == '['
        && text[term.End] == ']'
        && !text.AsSpan(term.Start, term.End - term.Start).ContainsAnyExceptInRange('0', '9');

    private static string WithoutPossessive(string word)
    {
        foreach (string ending in PossessiveEndings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}
