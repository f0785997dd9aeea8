using SummitBot.Answering.Reading;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Sentences;

/// <summary>A sentence that could be quoted, with its surroundings.</summary>
internal sealed class CandidateSentence : IRecognizedSentence
{
    /// <summary>Words; a longer question mostly states something: "Did you know that ...".</summary>
    private const int MaxQuestionWords = 20;

    /// <summary>Words before a colon; fewer are a label, such as "Q:".</summary>
    private const int MinStatementWords = 4;

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
        IsQuestion = EndsWithQuestionMark(Text) && words.Count <= MaxQuestionWords && !HasStatement(Text, words);
        Row = TableRow.TryRead(Text, out TableRow row) ? row : null;
        _index = new WordIndex(words);
        _forms = words.Select(w => w.Form).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The best passage that contains it.</summary>
    public RetrievedPassage Passage { get; }

    /// <summary>Rank of that passage, from 0.</summary>
    public int Rank { get; }

    public TextRange Range { get; }

    public string Text { get; }

    /// <summary>Its cells when it is a row of a table, else null.</summary>
    public TableRow? Row { get; }

    /// <summary>True for a question without a statement before it.</summary>
    public bool IsQuestion { get; }

    /// <summary>True when the sentence before it, or its heading, asks what is asked.</summary>
    public bool AnswersRestatedQuestion { get; set; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<Mention> Mentions { get; }

    /// <summary>The previous sentence in the retrieved text of the article; null when that was not retrieved.</summary>
    public CandidateSentence? Previous { get; set; }

    /// <summary>The next sentence in the retrieved text of the article; null when that was not retrieved.</summary>
    public CandidateSentence? Next { get; set; }

    /// <summary>The words of the title, the heading, and the month and year of publication.</summary>
    public required WordIndex Title { get; init; }

    /// <summary>The words of the whole passage.</summary>
    public WordIndex PassageWords { get; set; } = new([]);

    /// <summary>
    /// Its similarity to the question minus the average of the candidates, a difference of cosines; 0 when there is no
    /// vector.
    /// </summary>
    public double RelativeSimilarity { get; set; }

    /// <summary>The cosine of its vector and the question's, -1 to 1; null when it has no vector.</summary>
    public double? Similarity { get; set; }

    /// <summary>The reader's scores; null when the sentence was not read.</summary>
    public SentenceReading? Reading { get; set; }

    public static bool EndsWithQuestionMark(string text) => text.TrimEnd() is [.., '?' or '？' or '؟'];

    /// <summary>True for "Consider this problem of logistics: is there a shorter route?".</summary>
    private static bool HasStatement(string text, IReadOnlyList<Word> words)
    {
        int colon = text.LastIndexOfAny([':', ';', '：', '；']);
        return colon > 0 && words.Count(w => w.End <= colon) >= MinStatementWords;
    }

    public bool HasForm(string form) => _forms.Contains(form);

    /// <inheritdoc cref="WordIndex.HasFamily"/>
    public bool HasFamily(Word word) => _index.HasFamily(word);

    /// <inheritdoc cref="WordIndex.Has"/>
    public double Has(QuestionTerm term) => _index.Has(term);
}
