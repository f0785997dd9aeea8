using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace SummitBot.Indexing.Vectors;

/// <summary>
/// Vectors as they are made, so that none is made twice when a run is cut short. Open in one process at a time. Begins
/// with the model's name and the dimension; each record is the text's hash, the vector, and the XXH64 of both.
/// </summary>
internal sealed class VectorJournal : IDisposable
{
    private const int KeyLength = 16;
    private const int SumLength = 8;

    private readonly FileStream _stream;
    private readonly string _model;
    private readonly Dictionary<UInt128, long> _places = [];

    private VectorJournal(FileStream stream, string model)
    {
        _stream = stream;
        _model = model;
    }

    /// <summary>Numbers in a vector; 0 when there is none yet.</summary>
    public int Dimension { get; private set; }

    /// <summary>Opens the journal, or begins one; records of another model, and from the first damaged one on, are dropped.</summary>
    /// <exception cref="IOException">Another process has it open, or the disk fails.</exception>
    public static VectorJournal Open(string path, string model)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var journal = new VectorJournal(stream, model);
        try
        {
            journal.Load();
            return journal;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public bool Has(UInt128 hash) => _places.ContainsKey(hash);

    public bool TryRead(UInt128 hash, Span<float> vector)
    {
        if (!_places.TryGetValue(hash, out long place))
        {
            return false;
        }

        _stream.Position = place;
        _stream.ReadExactly(MemoryMarshal.AsBytes(vector));
        return true;
    }

    /// <summary>Adds vectors of one length; a journal of another length begins anew.</summary>
    public void Append(IReadOnlyList<(UInt128 Hash, ReadOnlyMemory<float> Vector)> vectors)
    {
        if (vectors.Count == 0)
        {
            return;
        }

        if (Dimension != vectors[0].Vector.Length)
        {
            Begin(vectors[0].Vector.Length);
        }

        _stream.Position = _stream.Length;
        foreach ((UInt128 hash, ReadOnlyMemory<float> vector) in vectors)
        {
            byte[] record = CreateRecord(hash, vector.Span);
            _places[hash] = _stream.Position + KeyLength;
            _stream.Write(record);
        }

        _stream.Flush();
    }

    /// <summary>Forgets all: they are in the file of vectors now.</summary>
    public void Clear()
    {
        _places.Clear();
        Dimension = 0;
        _stream.SetLength(0);
        _stream.Flush();
    }

    public void Dispose() => _stream.Dispose();

    private static byte[] CreateRecord(UInt128 hash, ReadOnlySpan<float> vector)
    {
        ReadOnlySpan<byte> numbers = MemoryMarshal.AsBytes(vector);
        byte[] record = new byte[KeyLength + numbers.Length + SumLength];
        BitConverter.TryWriteBytes(record, hash);
        numbers.CopyTo(record.AsSpan(KeyLength));
        XxHash64.Hash(record.AsSpan(0, record.Length - SumLength), record.AsSpan(record.Length - SumLength));
        return record;
    }

    private void Begin(int dimension)
    {
        Clear();
        Dimension = dimension;
        using var writer = new BinaryWriter(_stream, Encoding.UTF8, leaveOpen: true);
        _stream.Position = 0;
        writer.Write(_model);
        writer.Write(dimension);
    }

    private void Load()
    {
        try
        {
            using var reader = new BinaryReader(_stream, Encoding.UTF8, leaveOpen: true);
            if (
                _stream.Length == 0
                || reader.ReadString() != _model
                || reader.ReadInt32() is not (> 0 and var dimension)
            )
            {
                Clear();
                return;
            }

            Dimension = dimension;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            Clear();
            return;
        }

        LoadRecords();
    }

    private void LoadRecords()
    {
        byte[] record = new byte[KeyLength + (Dimension * sizeof(float)) + SumLength];
        byte[] sum = new byte[SumLength];
        long sound = _stream.Position;
        while (_stream.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) == record.Length)
        {
            XxHash64.Hash(record.AsSpan(0, record.Length - SumLength), sum);
            if (!sum.AsSpan().SequenceEqual(record.AsSpan(record.Length - SumLength)))
            {
                break;
            }

            _places[BitConverter.ToUInt128(record)] = sound + KeyLength;
            sound += record.Length;
        }

        _stream.SetLength(sound);
    }
}
