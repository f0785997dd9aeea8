namespace SummitBot.Language.Tokens;

/// <summary>
/// Cuts text into <see cref="Word"/>s with the index's own analyzer. The numbers of footnotes (<c>[12]</c>) are no words of
/// it.
/// </summary>
public sealed class WordTokenizer(ITermAnalyzer analyzer)
{
    private static readonly string[] PossessiveEndings = ["'s", "’s"];

    public IReadOnlyList<Word> Tokenize(string text, string language) =>
        [
            .. analyzer
                .Analyze(text, language)
                .Where(term => !IsFootnote(term, text))
                .Select(term => CreateWord(term, text)),
        ];

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
