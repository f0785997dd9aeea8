using SummitBot.Core.Questions;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Sentences;

/// <summary>The words of a sentence, a title or a passage.</summary>
internal sealed class WordIndex
{
    private readonly HashSet<string> _stems;
    private readonly HashSet<string> _prefixes;

    public WordIndex(IReadOnlyCollection<Word> words)
    {
        _stems = new HashSet<string>(words.Count, StringComparer.Ordinal);
        _prefixes = new HashSet<string>(words.Count, StringComparer.Ordinal);
        foreach (Word word in words)
        {
            _stems.Add(word.Stem);
            _prefixes.Add(word.Prefix);
        }
    }

    /// <summary>
    /// True when it has the word in any form: the same stem or, for longer words, the same first letters.
    /// </summary>
    public bool HasFamily(Word word) =>
        _stems.Contains(word.Stem) || (word.Form.Length >= Word.PrefixLength && _prefixes.Contains(word.Prefix));

    /// <summary>
    /// How well a word of the question is matched: 1 in any form, less by an alternative, otherwise 0.
    /// </summary>
    public double Has(QuestionTerm term) =>
        HasFamily(term.Word) ? 1 : Alternative.Strongest(term.Alternatives, _stems.Contains);
}
