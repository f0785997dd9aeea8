using SummitBot.Answering.Questions;
using SummitBot.Answering.Recognition;
using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;

namespace SummitBot.Answering.Sentences;

/// <summary>A sentence that could be quoted, with its surroundings.</summary>
internal sealed class CandidateSentence
{
    private readonly HashSet<string> _stems;
    private readonly HashSet<string> _forms;
    private readonly HashSet<string> _prefixes;

    public CandidateSentence(
        RetrievedPassage passage,
        int rank,
        TextRange range,
        IReadOnlyList<Word> words,
        IReadOnlyList<Mention> mentions
    )
    {
        (Passage, Rank, Range, Words, Mentions) = (passage, rank, range, words, mentions);
        Text = passage.Passage.TextOf(range);
        _stems = new HashSet<string>(words.Count, StringComparer.Ordinal);
        _forms = new HashSet<string>(words.Count, StringComparer.Ordinal);
        _prefixes = new HashSet<string>(words.Count, StringComparer.Ordinal);
        foreach (Word word in words)
        {
            _stems.Add(word.Stem);
            _forms.Add(word.Form);
            _prefixes.Add(word.Prefix);
        }
    }

    /// <summary>The best passage that holds it.</summary>
    public RetrievedPassage Passage { get; }

    /// <summary>Rank of that passage, from 0.</summary>
    public int Rank { get; }

    public TextRange Range { get; }

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>The sentence before it in the retrieved text of the article; null when none is at hand.</summary>
    public CandidateSentence? Previous { get; set; }

    /// <summary>The sentence after it in the retrieved text of the article; null when none is at hand.</summary>
    public CandidateSentence? Next { get; set; }

    /// <summary>The words that stand over the sentence: title, heading, month and year of publication.</summary>
    public required TitleWords Title { get; init; }

    /// <summary>The words of the whole passage.</summary>
    public TitleWords PassageWords { get; set; } = new([]);

    public bool HasStem(string stem) => _stems.Contains(stem);

    public bool HasForm(string form) => _forms.Contains(form);

    /// <summary>Has the word in any form: the same stem or, for longer words, the same first letters.</summary>
    public bool HasFamily(Word word) => _stems.Contains(word.Stem) || HasPrefix(word, _prefixes);

    /// <summary>How far the sentence has a word of the question: 1 in any form, less for what may stand for it, else 0.</summary>
    public double Has(QuestionTerm term) =>
        HasFamily(term.Word) ? 1 : Alternative.Strongest(term.Alternatives, _stems.Contains);

    internal static bool HasPrefix(Word word, HashSet<string> prefixes) =>
        word.Form.Length >= Word.PrefixLength && prefixes.Contains(word.Prefix);
}
