using SummitBot.Answering.Questions;

namespace SummitBot.Answering.Sentences;

/// <summary>The words of a title.</summary>
internal sealed class TitleWords(IReadOnlyList<Word> words)
{
    private readonly HashSet<string> _stems = words.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _prefixes = words.Select(w => w.Prefix).ToHashSet(StringComparer.Ordinal);

    public bool HasStem(string stem) => _stems.Contains(stem);

    /// <summary>How far the title has a word of the question, as <see cref="CandidateSentence.Has"/>.</summary>
    public double Has(QuestionTerm term) =>
        HasFamily(term.Word) ? 1 : Alternative.Strongest(term.Alternatives, _stems.Contains);

    public bool HasFamily(Word word) => _stems.Contains(word.Stem) || CandidateSentence.HasPrefix(word, _prefixes);
}
