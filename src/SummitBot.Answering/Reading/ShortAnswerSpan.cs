using SummitBot.Core.Reading;
using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Reading;

/// <summary>Finds the most likely short answer inside a sentence.</summary>
internal static class ShortAnswerSpan
{
    /// <summary>Tokens; short answers in the training data are rarely longer.</summary>
    private const int MaxTokens = 20;

    /// <param name="number">The sentence's number in the window, counted from 1.</param>
    /// <returns>Its range, and its probability among the starts and ends of this sentence, 0 to 1.</returns>
    public static (TextRange? Range, double Probability) Find(ReaderWindow window, WindowReading reading, int number)
    {
        int first = IndexOf(window.SentenceNumbers, number);
        if (first < 0)
        {
            return (null, 0);
        }

        int end = first;
        while (end < window.SentenceNumbers.Count && window.SentenceNumbers[end] == number)
        {
            end++;
        }

        (int from, int to, double best) = (first, first, double.NegativeInfinity);
        for (int i = first; i < end; i++)
        {
            for (int j = i; j < Math.Min(end, i + MaxTokens); j++)
            {
                double score = reading.StartLogits[i] + reading.EndLogits[j];
                (from, to, best) = score > best ? (i, j, score) : (from, to, best);
            }
        }

        double probability = Math.Exp(
            best - LogSum(reading.StartLogits, first, end) - LogSum(reading.EndLogits, first, end)
        );
        return window.TokenRanges[from] is { } start && window.TokenRanges[to] is { } stop
            ? (new TextRange(start.Start, stop.End), probability)
            : (null, 0);
    }

    private static int IndexOf(IReadOnlyList<long> numbers, int number)
    {
        for (int i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] == number)
            {
                return i;
            }
        }

        return -1;
    }

    private static double LogSum(IReadOnlyList<float> logits, int first, int end)
    {
        double highest = double.NegativeInfinity;
        for (int i = first; i < end; i++)
        {
            highest = Math.Max(highest, logits[i]);
        }

        double sum = 0;
        for (int i = first; i < end; i++)
        {
            sum += Math.Exp(logits[i] - highest);
        }

        return highest + Math.Log(sum);
    }
}
