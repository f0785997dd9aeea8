using SummitBot.Core.Articles;
using SummitBot.Language.Sentences;

namespace SummitBot.Indexing.Storage;

/// <summary>Lists of ranges in records: each start as the distance from the end before it, each end as a length.</summary>
internal static class RecordRanges
{
    /// <param name="origin">The start of the first distance.</param>
    public static void WriteRanges(this BinaryWriter writer, IReadOnlyList<TextRange> ranges, int origin)
    {
        writer.Write7BitEncodedInt(ranges.Count);
        int last = origin;
        foreach (TextRange range in ranges)
        {
            writer.Write7BitEncodedInt(range.Start - last);
            writer.Write7BitEncodedInt(range.Length);
            last = range.End;
        }
    }

    public static IReadOnlyList<TextRange> ReadRanges(this BinaryReader reader, int origin)
    {
        int count = reader.Read7BitEncodedInt();
        var ranges = new List<TextRange>();
        int last = origin;
        for (int i = 0; i < count; i++)
        {
            int start = last + reader.Read7BitEncodedInt();
            last = start + reader.Read7BitEncodedInt();
            ranges.Add(new TextRange(start, last));
        }

        return ranges;
    }

    /// <summary>Pages of a document, in the same format.</summary>
    public static void WritePages(this BinaryWriter writer, IReadOnlyList<PageStart> pages, int origin)
    {
        writer.Write7BitEncodedInt(pages.Count);
        foreach (PageStart page in pages)
        {
            writer.Write7BitEncodedInt(page.Start - origin);
            writer.Write7BitEncodedInt(page.Page);
        }
    }

    public static IReadOnlyList<PageStart> ReadPages(this BinaryReader reader, int origin)
    {
        int count = reader.Read7BitEncodedInt();
        if (count == 0)
        {
            return [];
        }

        var pages = new List<PageStart>();
        for (int i = 0; i < count; i++)
        {
            pages.Add(new PageStart(origin + reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()));
        }

        return pages;
    }
}
