using Lucene.Net.Util;

namespace SummitBot.Indexing.Storage;

/// <summary>Records are written and read with <see cref="BinaryWriter"/> and <see cref="BinaryReader"/>.</summary>
internal static class Record
{
    public static BytesRef Write(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            write(writer);
            writer.Flush();
            return new BytesRef(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
    }

    public static T Read<T>(BytesRef bytes, Func<BinaryReader, T> read)
    {
        using var stream = new MemoryStream(bytes.Bytes, bytes.Offset, bytes.Length, writable: false);
        using var reader = new BinaryReader(stream);
        return read(reader);
    }
}
