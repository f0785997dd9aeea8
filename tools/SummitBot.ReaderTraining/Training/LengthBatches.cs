namespace SummitBot.ReaderTraining.Training;

/// <summary>
/// Puts examples of nearly the same length into one batch, because the shorter ones of a batch are padded to its
/// longest. Examples and batches are in random order.
/// </summary>
internal static class LengthBatches
{
    /// <summary>
    /// Number of batches that are sorted by length together: with more, the batches would be similar in every pass.
    /// </summary>
    private const int BatchesSortedTogether = 40;

    public static IReadOnlyList<IReadOnlyList<TrainingExample>> Create(
        IReadOnlyList<TrainingExample> examples,
        int batchSize,
        int seed
    )
    {
        var random = new Random(seed);
        TrainingExample[] shuffled = [.. examples];
        random.Shuffle(shuffled);
        IReadOnlyList<TrainingExample>[] batches =
        [
            .. shuffled
                .Chunk(batchSize * BatchesSortedTogether)
                .SelectMany(part => part.OrderBy(example => example.Window.Length).Chunk(batchSize)),
        ];
        random.Shuffle(batches);
        return batches;
    }
}
