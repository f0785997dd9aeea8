using SummitBot.Core.Retrieval;

namespace SummitBot.Answering.Sentences;

/// <summary>Cuts text into <see cref="Word"/>s with the index's own analyzer.</summary>
internal sealed class WordCutter(ITermAnalyzer analyzer)
{
    private static readonly string[] PossessiveEndings = ["'s", "’s"];

    public IReadOnlyList<Word> Cut(string text, string language)
    {
        IReadOnlyList<Term> terms = analyzer.Analyze(text, language);
        var words = new Word[terms.Count];
        for (int i = 0; i < words.Length; i++)
        {
            Term term = terms[i];
            string written = WithoutPossessive(text[term.Start..term.End]);
            words[i] = new Word(written, written.ToLowerInvariant(), term.Stem, term.Start, term.End);
        }

        return words;
    }

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
