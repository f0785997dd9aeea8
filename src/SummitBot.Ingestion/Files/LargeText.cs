namespace SummitBot.Ingestion.Files;

/// <summary>
/// Limits the peak memory of reading a large text: every step leaves a copy behind, and the garbage collector alone
/// would let several accumulate.
/// </summary>
internal static class LargeText
{
    private const int Characters = 2_000_000;

    /// <summary>Called between two steps of reading; does nothing for a text of normal length.</summary>
    /// <param name="characters">Length of the text.</param>
    public static void FreeMemory(long characters)
    {
        if (characters > Characters)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>Called now and then within a step: frees what was made lately and is not used any more.</summary>
    /// <param name="characters">Length of the text.</param>
    public static void FreeRecentMemory(long characters)
    {
        if (characters > Characters)
        {
            GC.Collect(generation: 1, GCCollectionMode.Forced, blocking: true);
        }
    }
}
