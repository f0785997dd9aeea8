namespace SummitBot.Ingestion.Files;

/// <summary>
/// Keeps the peak of memory near what a large text needs: every step of reading it leaves a copy of it behind, and the
/// garbage collector alone would let several of them pile up.
/// </summary>
internal static class LargeText
{
    private const int Characters = 2_000_000;

    /// <summary>Called between two steps of reading; does nothing for a text of usual length.</summary>
    /// <param name="characters">Length of the text.</param>
    public static void FreeMemory(long characters)
    {
        if (characters > Characters)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
