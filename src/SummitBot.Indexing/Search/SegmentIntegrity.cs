using Lucene.Net.Index;

namespace SummitBot.Indexing.Search;

/// <summary>Finds damage in segments that is not visible when they are opened.</summary>
internal static class SegmentIntegrity
{
    /// <summary>
    /// Maximum number of bytes to verify, small segments first: reading a large index at every start would take too
    /// long. Damage in the rest is found when a question reads it.
    /// </summary>
    private const long Budget = 16 << 20;

    /// <exception cref="CorruptIndexException">A checksum does not match.</exception>
    public static void Check(IndexReader reader)
    {
        long left = Budget;
        foreach (
            SegmentReader segment in reader
                .Leaves.Select(l => l.AtomicReader)
                .OfType<SegmentReader>()
                .OrderBy(s => s.SegmentInfo.GetSizeInBytes())
        )
        {
            left -= segment.SegmentInfo.GetSizeInBytes();
            if (left < 0)
            {
                return;
            }

            segment.CheckIntegrity();
        }
    }
}
