using Lucene.Net.Index;

namespace SummitBot.Indexing.Search;

/// <summary>Finds damage in segments that opening them does not show.</summary>
internal static class SegmentIntegrity
{
    /// <summary>
    /// Checksums are computed over at most so many bytes, small segments first: a large index must not be read through
    /// on every start. Damage in the rest shows when a question touches it.
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
