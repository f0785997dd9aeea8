using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Questions;
using SummitBot.ReaderTraining.Training;
using SummitBot.ReaderTraining.Windows;

namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>Asks a reader the held-out questions of a set.</summary>
internal sealed class ReaderEvaluation
{
    private const int BatchSize = 32;

    /// <summary>Maximum number of tokens in a short answer.</summary>
    private const int MaxAnswerTokens = 20;

    private readonly WindowEncoder _encoder;
    private readonly List<Asked> _asked = [];

    public ReaderEvaluation(QuestionSet set, WindowEncoder encoder, HardNegatives negatives)
    {
        Name = set.Name;
        _encoder = encoder;
        foreach (Question question in set.HeldOutQuestions)
        {
            Passage? other = question.IsAnswerable ? negatives.Nearest(question) : null;
            _asked.Add(
                new Asked(question, Encode(question, question.Passage), other is null ? [] : Encode(question, other))
            );
        }
    }

    /// <summary>The set's name.</summary>
    public string Name { get; }

    /// <summary>True when there is no held-out question.</summary>
    public bool IsEmpty => _asked.Count == 0;

    public ReaderScores Score(IReader reader) => ReaderScores.Compute(Name, Ask(reader));

    /// <summary>One reading for each held-out question, in their order.</summary>
    public IReadOnlyList<QuestionReading> Ask(IReader reader)
    {
        Dictionary<ReaderWindow, WindowReading> readings = ReadAll(reader);
        return [.. _asked.Select(asked => Judge(asked, readings))];
    }

    private Dictionary<ReaderWindow, WindowReading> ReadAll(IReader reader)
    {
        var readings = new Dictionary<ReaderWindow, WindowReading>(ReferenceEqualityComparer.Instance);
        IEnumerable<ReaderWindow> windows = _asked.SelectMany(asked => asked.Own.Concat(asked.Other));
        foreach (ReaderWindow[] batch in windows.OrderBy(window => window.Length).Chunk(BatchSize))
        {
            IReadOnlyList<WindowReading> read = reader.Read(ReaderBatch.Create(batch, _encoder.Tokenizer.Padding));
            for (int i = 0; i < batch.Length; i++)
            {
                readings.Add(batch[i], read[i]);
            }
        }

        return readings;
    }

    private QuestionReading Judge(Asked asked, Dictionary<ReaderWindow, WindowReading> readings)
    {
        Question question = asked.Question;
        Choice choice = Choose(asked.Own, readings);
        ReaderTokenizer tokenizer = _encoder.Tokenizer;
        string shortAnswer = tokenizer.TextOf(ShortAnswer(choice, readings[choice.Window]));

        // Right answers are also tokenized and joined again, so that only the choice of words counts.
        IEnumerable<string> right = question.Answers.Select(answer => tokenizer.TextOf(tokenizer.Tokenize(answer)));
        return new QuestionReading(
            question.Passage.Id,
            question.Passage.Document,
            question.Text,
            question.IsAnswerable,
            choice.Score,
            choice.Sentence + 1,
            shortAnswer,
            question.AnsweringSentences.Contains(choice.Sentence),
            question.Answers.Count > 0 ? AnswerText.F1(shortAnswer, right) : null,
            asked.Other.Length > 0 ? Choose(asked.Other, readings).Score : null
        );
    }

    private ReaderWindow[] Encode(Question question, Passage passage) =>
        [.. _encoder.Encode(question.Text, passage.Title, passage.Sentences)];

    private static Choice Choose(ReaderWindow[] windows, Dictionary<ReaderWindow, WindowReading> readings) =>
        windows
            .SelectMany(window =>
                Enumerable
                    .Range(0, window.SentenceCount)
                    .Select(i => new Choice(
                        window,
                        window.FirstSentence + i,
                        readings[window].Sentences[i + 1] - readings[window].Sentences[0]
                    ))
            )
            .MaxBy(choice => choice.Score)!;

    private static ReadOnlySpan<int> ShortAnswer(Choice choice, WindowReading reading)
    {
        int number = choice.Sentence - choice.Window.FirstSentence + 1;
        int first = Array.IndexOf(choice.Window.SentenceNumbers, number);
        int last = Array.LastIndexOf(choice.Window.SentenceNumbers, number);
        (int start, int end) = (
            from s in Enumerable.Range(first, last - first + 1)
            from e in Enumerable.Range(s, Math.Min(MaxAnswerTokens, last - s + 1))
            select (s, e)
        ).MaxBy(span => reading.Starts[span.s] + reading.Ends[span.e]);
        return choice.Window.Tokens.AsSpan(start, end - start + 1);
    }

    private sealed record Asked(Question Question, ReaderWindow[] Own, ReaderWindow[] Other);

    private sealed record Choice(ReaderWindow Window, int Sentence, double Score);
}
