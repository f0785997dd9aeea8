using SummitBot.ReaderTraining.Questions;
using SummitBot.ReaderTraining.Windows;

namespace SummitBot.ReaderTraining.Training;

/// <summary>
/// Creates the examples of one pass over the questions. In each pass, passages are split at other places and paired
/// with other negatives, determined by the seed.
/// </summary>
internal sealed class EpochExamples(WindowEncoder encoder, HardNegatives negatives, TrainingOptions options)
{
    /// <summary>How often a window starts in the middle of a passage, which also happens when the bot reads.</summary>
    private const double ShareCut = 0.3;

    private const double ShareWithoutTitle = 0.1;

    /// <summary>The bot reads at most 9 sentences together.</summary>
    private const int MinSentences = 6;

    private const int MaxSentences = 10;

    public IReadOnlyList<TrainingExample> Create(IReadOnlyList<Question> questions, int epoch)
    {
        var random = new Random(HashCode(options.Seed, epoch));
        var examples = new List<TrainingExample>();
        foreach (Question question in questions)
        {
            examples.Add(Create(question, random));
            if (!question.IsAnswerable)
            {
                continue;
            }

            if (random.NextDouble() < options.NegativeShare && negatives.Choose(question, random) is { } other)
            {
                examples.Add(Create(Unanswered(question) with { Passage = other }, random));
            }

            if (random.NextDouble() < options.ElsewhereShare && CreateElsewhere(question, random) is { } elsewhere)
            {
                examples.Add(elsewhere);
            }

            if (random.NextDouble() < options.ExchangeShare && NameExchange.Exchange(question, random) is { } changed)
            {
                examples.Add(Create(Unanswered(question) with { Text = changed }, random));
            }
        }

        return examples;
    }

    private static Question Unanswered(Question question) => question with { AnsweringSentences = [], Answers = [] };

    /// <summary>Not <see cref="System.HashCode"/>, which differs from process to process.</summary>
    private static int HashCode(int seed, int epoch) => unchecked((seed * 1_000_003) + epoch);

    private TrainingExample Create(Question question, Random random)
    {
        int last = question.IsAnswerable ? question.AnsweringSentences[0] : question.Passage.Sentences.Count - 1;
        int first = random.NextDouble() < ShareCut ? random.Next(last + 1) : 0;
        string title = random.NextDouble() < ShareWithoutTitle ? "" : question.Passage.Title;
        IEnumerable<ReaderWindow> windows = Encode(question, title, first, random);
        return question.IsAnswerable
            ? Answered(question, windows.First(window => window.Contains(question.AnsweringSentences[0])))
            : CreateUnanswered([.. windows], random);
    }

    /// <summary>A part of the question's own passage that does not answer; null when every part does.</summary>
    private TrainingExample? CreateElsewhere(Question question, Random random)
    {
        ReaderWindow[] windows =
        [
            .. Encode(question, question.Passage.Title, firstSentence: 0, random)
                .Where(window => !question.AnsweringSentences.Any(window.Contains)),
        ];
        return windows.Length == 0 ? null : CreateUnanswered(windows, random);
    }

    private IEnumerable<ReaderWindow> Encode(Question question, string title, int firstSentence, Random random) =>
        encoder.Encode(
            question.Text,
            title,
            question.Passage.Sentences,
            firstSentence,
            maxSentences: random.Next(MinSentences, MaxSentences + 1)
        );

    private static TrainingExample CreateUnanswered(ReaderWindow[] windows, Random random) =>
        new(windows[random.Next(windows.Length)], [], null);

    private TrainingExample Answered(Question question, ReaderWindow window)
    {
        int[] answering =
        [
            .. question
                .AnsweringSentences.Where(window.Contains)
                .Select(sentence => sentence - window.FirstSentence + 1),
        ];
        return new TrainingExample(window, answering, AnswerTokens(question, window, answering));
    }

    private (int First, int Last)? AnswerTokens(Question question, ReaderWindow window, int[] answering)
    {
        foreach (string answer in question.Answers)
        {
            int[] tokens = encoder.Tokenizer.Tokenize(answer);
            foreach (int sentence in answering)
            {
                int start = Array.IndexOf(window.SentenceNumbers, sentence);
                int end = Array.LastIndexOf(window.SentenceNumbers, sentence);
                int at = window.Tokens.AsSpan(start, end - start + 1).IndexOf(tokens);
                if (tokens.Length > 0 && at >= 0)
                {
                    return (start + at, start + at + tokens.Length - 1);
                }
            }
        }

        return null;
    }
}
