namespace SummitBot.Answering.Sentences;

/// <summary>The words of a title.</summary>
internal sealed class TitleWords(IReadOnlyList<Word> words)
{
    private readonly HashSet<string> _stems = words.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _prefixes = words.Select(w => w.Prefix).ToHashSet(StringComparer.Ordinal);

    public bool HasStem(string stem) => _stems.Contains(stem);

    public bool HasFamily(Word word) => _stems.Contains(word.Stem) || CandidateSentence.HasPrefix(word, _prefixes);
}
