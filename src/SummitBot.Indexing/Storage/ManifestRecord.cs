using System.IO.Compression;
using Lucene.Net.Util;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Indexing.Storage;

/// <summary>The manifest in the index, compressed because the paths of a corpus are similar.</summary>
internal static class ManifestRecord
{
    public static BytesRef Write(
        IReadOnlyList<string> corpus,
        bool isExplicit,
        IReadOnlyList<IndexedSource> sources,
        DateTimeOffset committedAt
    )
    {
        using var bytes = new MemoryStream();
        using (var compressed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(compressed))
        {
            writer.Write7BitEncodedInt(corpus.Count);
            foreach (string path in corpus)
            {
                writer.WriteText(path);
            }

            writer.Write(isExplicit);
            writer.Write(committedAt.UtcTicks);
            writer.Write7BitEncodedInt(sources.Count);
            foreach (IndexedSource source in sources)
            {
                WriteSource(writer, source);
            }
        }

        return new BytesRef(bytes.ToArray());
    }

    /// <param name="passageCount">The number of passages in the index, which the record does not store.</param>
    public static IndexManifest Read(BytesRef record, int passageCount)
    {
        using var bytes = new MemoryStream(record.Bytes, record.Offset, record.Length, writable: false);
        using var compressed = new GZipStream(bytes, CompressionMode.Decompress);
        using var buffered = new BufferedStream(compressed, 1 << 16);
        using var reader = new BinaryReader(buffered);
        string[] corpus = ReadMany(reader, RecordText.ReadText);
        bool isExplicit = reader.ReadBoolean();
        var committedAt = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        IndexedSource[] sources = ReadMany(reader, ReadSource);
        return new IndexManifest(corpus, isExplicit, sources, committedAt, passageCount);
    }

    private static void WriteSource(BinaryWriter writer, IndexedSource source)
    {
        writer.WriteText(source.File.Path);
        writer.WriteText(source.File.RelativePath);
        writer.Write7BitEncodedInt64(source.File.Length);
        writer.Write(source.File.LastWritten.Ticks);
        writer.WriteText(source.File.Defaults);
        writer.WriteText(source.Article?.Value);
        writer.WriteText(source.ContentHash);
        writer.WriteText(source.Failure?.Source);
        if (source.Failure is not null)
        {
            writer.Write7BitEncodedInt((int)source.Failure.Error);
            writer.WriteText(source.Failure.Reason);
        }
    }

    private static IndexedSource ReadSource(BinaryReader reader)
    {
        var file = new ArticleFile(
            reader.ReadText(),
            reader.ReadText(),
            reader.Read7BitEncodedInt64(),
            new DateTime(reader.ReadInt64(), DateTimeKind.Utc)
        )
        {
            Defaults = reader.ReadText(),
        };
        string? id = reader.ReadTextOrNull();
        string? hash = reader.ReadTextOrNull();
        string? failed = reader.ReadTextOrNull();
        ArticleReadFailure? failure = failed is null
            ? null
            : new ArticleReadFailure(failed, (ArticleReadError)reader.Read7BitEncodedInt(), reader.ReadText());
        return new IndexedSource(file, id is null ? null : new ArticleId(id), hash, failure);
    }

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        int count = reader.Read7BitEncodedInt();
        var all = new List<T>();
        for (int i = 0; i < count; i++)
        {
            all.Add(read(reader));
        }

        return [.. all];
    }
}
