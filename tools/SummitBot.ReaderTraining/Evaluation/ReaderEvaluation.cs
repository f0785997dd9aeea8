using SummitBot.ReaderTraining.Networks;
using SummitBot.ReaderTraining.Questions;
using SummitBot.ReaderTraining.Training;
using SummitBot.ReaderTraining.Windows;

namespace SummitBot.ReaderTraining.Evaluation;

/// <summary>Asks a reader the held-out questions of a set.</summary>
internal sealed class ReaderEvaluation
{
    private const int BatchSize = 32;

    /// <summary>A short answer has at most so many tokens.</summary>
    private const int LongestAnswer = 20;

    private readonly string _name;
    private readonly WindowEncoder _encoder;
    private readonly List<Asked> _asked = [];

    public ReaderEvaluation(QuestionSet set, WindowEncoder encoder, HardNegatives negatives)
    {
        _name = set.Name;
        _encoder = encoder;
        foreach (Question question in set.HeldOutQuestions)
        {
            Passage? other = question.IsAnswerable ? negatives.Nearest(question) : null;
            _asked.Add(
                new Asked(question, Encode(question, question.Passage), other is null ? [] : Encode(question, other))
            );
        }
    }

    /// <summary>Whether there is a held-out question at all.</summary>
    public bool IsEmpty => _asked.Count == 0;

    public ReaderScores Score(IReader reader)
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

        return Score(readings);
    }

    private ReaderScores Score(Dictionary<ReaderWindow, WindowReading> readings)
    {
        (Asked Asked, Choice Choice)[] all = [.. _asked.Select(asked => (asked, Choose(asked.Own, readings)))];
        (Asked Asked, Choice Choice)[] answerable = [.. all.Where(pair => pair.Asked.Question.IsAnswerable)];
        double[] negatives =
        [
            .. all.Where(pair => !pair.Asked.Question.IsAnswerable).Select(pair => pair.Choice.Score),
        ];
        return new ReaderScores(
            _name,
            answerable.Length,
            negatives.Length,
            Mean(
                answerable.Select(pair =>
                    pair.Asked.Question.AnsweringSentences.Contains(pair.Choice.Sentence) ? 1.0 : 0
                )
            ),
            Ranking.AreaUnderCurve([.. answerable.Select(pair => pair.Choice.Score)], negatives),
            Mean(
                answerable
                    .Where(pair => pair.Asked.Other.Length > 0)
                    .Select(pair => pair.Choice.Score > Choose(pair.Asked.Other, readings).Score ? 1.0 : 0)
            ),
            Mean(
                answerable
                    .Where(pair => pair.Asked.Question.Answers.Count > 0)
                    .Select(pair => AnswerF1(pair.Asked.Question, pair.Choice, readings[pair.Choice.Window]))
            )
        );
    }

    private static double Mean(IEnumerable<double> shares) => shares.DefaultIfEmpty(double.NaN).Average();

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

    /// <summary>Right answers are tokenized and put together again too, so that only the choice of words counts.</summary>
    private double AnswerF1(Question question, Choice choice, WindowReading reading)
    {
        int number = choice.Sentence - choice.Window.FirstSentence + 1;
        int first = Array.IndexOf(choice.Window.SentenceNumbers, number);
        int last = Array.LastIndexOf(choice.Window.SentenceNumbers, number);
        (int start, int end) = (
            from s in Enumerable.Range(first, last - first + 1)
            from e in Enumerable.Range(s, Math.Min(LongestAnswer, last - s + 1))
            select (s, e)
        ).MaxBy(span => reading.Starts[span.s] + reading.Ends[span.e]);
        ReaderTokenizer tokenizer = _encoder.Tokenizer;
        return AnswerText.F1(
            tokenizer.TextOf(choice.Window.Tokens.AsSpan(start, end - start + 1)),
            question.Answers.Select(answer => tokenizer.TextOf(tokenizer.Tokenize(answer)))
        );
    }

    private sealed record Asked(Question Question, ReaderWindow[] Own, ReaderWindow[] Other);

    private sealed record Choice(ReaderWindow Window, int Sentence, double Score);
}
