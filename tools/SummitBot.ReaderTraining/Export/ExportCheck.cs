using SummitBot.ReaderTraining.Evaluation;
using SummitBot.ReaderTraining.Networks;

namespace SummitBot.ReaderTraining.Export;

/// <summary>Compares the outputs of two readers for the same windows.</summary>
internal static class ExportCheck
{
    /// <summary>The largest difference between two logits.</summary>
    public static double ComputeMaxDifference(IReader one, IReader other, ReaderBatch batch) =>
        one.Read(batch).Zip(other.Read(batch), Difference).Max();

    private static double Difference(WindowReading one, WindowReading other) =>
        Math.Max(
            Difference(one.Sentences, other.Sentences),
            Math.Max(Difference(one.Starts, other.Starts), Difference(one.Ends, other.Ends))
        );

    private static double Difference(float[] one, float[] other) =>
        one.Length == other.Length
            ? one.Zip(other, (a, b) => Math.Abs((double)a - b)).Max()
            : throw new InvalidOperationException($"One gives {one.Length} numbers, the other {other.Length}.");
}
