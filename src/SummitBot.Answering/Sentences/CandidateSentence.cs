using SummitBot.Answering.Questions;
using SummitBot.Answering.Reading;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Sentences;

/// <summary>A sentence that could be quoted, with its surroundings.</summary>
internal sealed class CandidateSentence : IRecognizedSentence
{
    private readonly WordIndex _index;
    private readonly HashSet<string> _forms;

    public CandidateSentence(
        RetrievedPassage passage,
        int rank,
        TextRange range,
        IReadOnlyList<Word> words,
        IReadOnlyList<Mention> mentions
    )
    {
        (Passage, Rank, Range, Words, Mentions) = (passage, rank, range, words, mentions);
        Text = passage.Passage.GetText(range);
        Row = TableRow.TryRead(Text, out TableRow row) ? row : null;
        _index = new WordIndex(words);
        _forms = words.Select(w => w.Form).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The best passage that holds it.</summary>
    public RetrievedPassage Passage { get; }

    /// <summary>Rank of that passage, from 0.</summary>
    public int Rank { get; }

    public TextRange Range { get; }

    public string Text { get; }

    /// <summary>Its cells when it is a row of a table, else null.</summary>
    public TableRow? Row { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>The sentence before it in the retrieved text of the article; null when none is at hand.</summary>
    public CandidateSentence? Previous { get; set; }

    /// <summary>The sentence after it in the retrieved text of the article; null when none is at hand.</summary>
    public CandidateSentence? Next { get; set; }

    /// <summary>The words that stand over the sentence: title, heading, month and year of publication.</summary>
    public required WordIndex Title { get; init; }

    /// <summary>The words of the whole passage.</summary>
    public WordIndex PassageWords { get; set; } = new([]);

    /// <summary>
    /// How much more like the question in meaning it is than the candidates on average, a difference of cosines; 0 when no
    /// vector tells.
    /// </summary>
    public double RelativeSimilarity { get; set; }

    /// <summary>The cosine of its vector and the question's, -1 to 1; null when it has no vector.</summary>
    public double? Similarity { get; set; }

    /// <summary>What the reader says of it; null when it was not read.</summary>
    public SentenceReading? Reading { get; set; }

    public bool HasForm(string form) => _forms.Contains(form);

    /// <inheritdoc cref="WordIndex.HasFamily"/>
    public bool HasFamily(Word word) => _index.HasFamily(word);

    /// <inheritdoc cref="WordIndex.Has"/>
    public double Has(QuestionTerm term) => _index.Has(term);
}
