using SummitBot.ReaderTraining.Networks;
using static TorchSharp.torch;

namespace SummitBot.ReaderTraining.Training;

/// <summary>The loss of the reader's output.</summary>
internal static class ReaderLoss
{
    /// <summary>
    /// The cross-entropy of all right sentences together, so that any of them may be chosen, plus that of the short
    /// answer's two ends where it is known.
    /// </summary>
    public static Tensor Compute(ReaderOutput output, IReadOnlyList<TrainingExample> examples, double answerWeight)
    {
        Tensor right = Right(examples, (int)output.Sentences.shape[1]);
        Tensor sentences = (
            output.Sentences.logsumexp(1)
            - output.Sentences.masked_fill(right.logical_not(), Shape.Impossible).logsumexp(1)
        ).mean();
        int[] rows = [.. Enumerable.Range(0, examples.Count).Where(i => examples[i].AnswerTokens is not null)];
        if (rows.Length == 0)
        {
            return sentences;
        }

        (int First, int Last)[] answers = [.. rows.Select(row => examples[row].AnswerTokens!.Value)];
        Tensor chosen = tensor([.. rows.Select(row => (long)row)]);
        Tensor starts = CrossEntropy(output.Starts[chosen], [.. answers.Select(answer => (long)answer.First)]);
        Tensor ends = CrossEntropy(output.Ends[chosen], [.. answers.Select(answer => (long)answer.Last)]);
        return sentences + ((starts + ends) * (answerWeight / 2));
    }

    private static Tensor CrossEntropy(Tensor logits, long[] right) =>
        nn.functional.cross_entropy(logits, tensor(right));

    private static Tensor Right(IReadOnlyList<TrainingExample> examples, int columns)
    {
        bool[] right = new bool[examples.Count * columns];
        for (int row = 0; row < examples.Count; row++)
        {
            foreach (int number in examples[row].Answering.DefaultIfEmpty(0))
            {
                right[(row * columns) + number] = true;
            }
        }

        return tensor(right, [examples.Count, columns]);
    }
}
