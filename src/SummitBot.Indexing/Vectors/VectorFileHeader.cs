using System.Text;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Language.Sentences;

namespace SummitBot.Indexing.Vectors;

/// <summary>The header of a vector file.</summary>
/// <param name="Model">The model that computed the vectors.</param>
/// <param name="Commit">The commit of the index that they belong to.</param>
/// <param name="Dimension">Numbers in a vector, at least 1.</param>
/// <param name="Sentences">Sentences of that commit; more than there are keys when some could not be embedded.</param>
/// <param name="Keys">The sentences of the vectors, in the vectors' order.</param>
internal sealed record VectorFileHeader(
    string Model,
    string Commit,
    int Dimension,
    int Sentences,
    IReadOnlyList<VectorKey> Keys
)
{
    public const int PreambleLength = 20;

    private const int Version = 2;

    private static readonly byte[] Magic = "SBVECTOR"u8.ToArray();

    public bool IsComplete => Keys.Count == Sentences;

    /// <summary>Magic, version, dimension, length of the rest, the rest.</summary>
    public byte[] ToBytes()
    {
        using var rest = new MemoryStream();
        using (var writer = new BinaryWriter(rest, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Model);
            writer.Write(Commit);
            writer.Write(Sentences);
            writer.Write(Keys.Count);
            foreach (VectorKey key in Keys)
            {
                writer.Write(key.Passage.Article.Value);
                writer.Write7BitEncodedInt(key.Passage.Ordinal);
                writer.Write7BitEncodedInt(key.LastOrdinal);
                writer.Write7BitEncodedInt(key.Sentence.Start);
                writer.Write7BitEncodedInt(key.Sentence.End);
                writer.Write((ulong)(key.Hash >> 64));
                writer.Write((ulong)key.Hash);
                writer.Write(key.Day);
            }
        }

        using var all = new MemoryStream();
        using (var writer = new BinaryWriter(all, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(Dimension);
            writer.Write((int)rest.Length);
            writer.Write(rest.GetBuffer().AsSpan(0, (int)rest.Length));
        }

        return all.ToArray();
    }

    /// <summary>The length of the part after the preamble, and the dimension.</summary>
    /// <exception cref="VectorFileException">Not such a file, or one of another version.</exception>
    public static (int RestLength, int Dimension) ReadPreamble(ReadOnlySpan<byte> preamble)
    {
        if (!preamble[..Magic.Length].SequenceEqual(Magic))
        {
            throw new VectorFileException("damaged");
        }

        if (BitConverter.ToInt32(preamble[8..]) != Version)
        {
            throw new VectorFileException("of another version of the program");
        }

        int dimension = BitConverter.ToInt32(preamble[12..]);
        int length = BitConverter.ToInt32(preamble[16..]);
        return dimension < 1 || length < 1 ? throw new VectorFileException("damaged") : (length, dimension);
    }

    /// <exception cref="VectorFileException">The header is invalid.</exception>
    public static VectorFileHeader Read(byte[] rest, int dimension)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(rest, writable: false), Encoding.UTF8);
            string model = reader.ReadString();
            string commit = reader.ReadString();
            int sentences = reader.ReadInt32();
            int count = reader.ReadInt32();
            var keys = new VectorKey[Math.Min(count, rest.Length)];
            for (int i = 0; i < keys.Length; i++)
            {
                var id = new PassageId(new ArticleId(reader.ReadString()), reader.Read7BitEncodedInt());
                int last = reader.Read7BitEncodedInt();
                var sentence = new TextRange(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
                var hash = new UInt128(reader.ReadUInt64(), reader.ReadUInt64());
                keys[i] = new VectorKey(id, sentence, last, hash, reader.ReadInt32());
            }

            return new VectorFileHeader(model, commit, dimension, sentences, keys);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            throw new VectorFileException("damaged");
        }
    }
}
