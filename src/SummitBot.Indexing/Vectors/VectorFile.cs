using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SummitBot.Indexing.Vectors;

/// <summary>
/// A vector file, open for reading: the header, the vectors as 32-bit floats in the order of the header's keys, and the
/// XXH128 of everything before it. A new version is written beside the file and then replaces it, so that a reader
/// always sees a complete file.
/// </summary>
internal sealed class VectorFile : IDisposable
{
    private const int HashLength = 16;
    private const int BufferLength = 1 << 20;

    private readonly SafeFileHandle _handle;
    private readonly long _vectorsAt;

    private VectorFile(SafeFileHandle handle, VectorFileHeader header, long vectorsAt)
    {
        _handle = handle;
        Header = header;
        _vectorsAt = vectorsAt;
    }

    public VectorFileHeader Header { get; }

    /// <summary>Opens the file and verifies all of it; null when there is none.</summary>
    /// <exception cref="VectorFileException">Damaged, or of another version.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static VectorFile? Open(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        SafeFileHandle handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        try
        {
            long length = RandomAccess.GetLength(handle);
            byte[] preamble = new byte[VectorFileHeader.PreambleLength];
            ReadExactly(handle, preamble, 0, length);
            (int restLength, int dimension) = VectorFileHeader.ReadPreamble(preamble);
            CheckSum(handle, length);
            byte[] rest = new byte[restLength];
            ReadExactly(handle, rest, preamble.Length, length);
            VectorFileHeader header = VectorFileHeader.Read(rest, dimension);
            long vectorsAt = preamble.Length + restLength;
            long expected = vectorsAt + ((long)header.Keys.Count * dimension * sizeof(float)) + HashLength;
            return expected == length
                ? new VectorFile(handle, header, vectorsAt)
                : throw new VectorFileException("damaged");
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Reads as many vectors as fit, starting at a row.</summary>
    /// <param name="vectors">Room for whole vectors.</param>
    public void Read(int row, Span<float> vectors)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(vectors);
        long offset = _vectorsAt + ((long)row * Header.Dimension * sizeof(float));
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(_handle, bytes, offset);
            if (read == 0)
            {
                throw new VectorFileException("damaged");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }

    /// <summary>Replaces the file at <paramref name="path"/>.</summary>
    /// <param name="vectorOf">Writes the vector of a row to its destination.</param>
    public static void Write(string path, VectorFileHeader header, VectorSource vectorOf)
    {
        string fresh = path + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None, BufferLength))
        {
            var hash = new XxHash128();
            Append(header.ToBytes());
            float[] vector = new float[header.Dimension];
            for (int row = 0; row < header.Keys.Count; row++)
            {
                vectorOf(row, vector);
                Append(MemoryMarshal.AsBytes<float>(vector));
            }

            stream.Write(hash.GetCurrentHash());
            stream.Flush(flushToDisk: true);

            void Append(ReadOnlySpan<byte> bytes)
            {
                hash.Append(bytes);
                stream.Write(bytes);
            }
        }

        File.Move(fresh, path, overwrite: true);
    }

    public void Dispose() => _handle.Dispose();

    private static void CheckSum(SafeFileHandle handle, long length)
    {
        var hash = new XxHash128();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            long left = length - HashLength;
            for (long offset = 0; left > 0; )
            {
                int read = RandomAccess.Read(handle, buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)), offset);
                if (read == 0)
                {
                    throw new VectorFileException("damaged");
                }

                hash.Append(buffer.AsSpan(0, read));
                offset += read;
                left -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        byte[] expected = new byte[HashLength];
        ReadExactly(handle, expected, length - HashLength, length);
        if (!hash.GetCurrentHash().AsSpan().SequenceEqual(expected))
        {
            throw new VectorFileException("damaged");
        }
    }

    /// <summary>The lengths in a damaged file may be wrong, so they are checked.</summary>
    private static void ReadExactly(SafeFileHandle handle, byte[] bytes, long offset, long length)
    {
        if (offset < 0 || offset + bytes.Length > length)
        {
            throw new VectorFileException("damaged");
        }

        for (int done = 0; done < bytes.Length; )
        {
            int read = RandomAccess.Read(handle, bytes.AsSpan(done), offset + done);
            done += read > 0 ? read : throw new VectorFileException("damaged");
        }
    }
}

/// <summary>A vector file is damaged or of another version. The message says which, for reports and logs.</summary>
internal sealed class VectorFileException(string message) : Exception(message);

/// <summary>Writes the vector of a row to its destination.</summary>
internal delegate void VectorSource(int row, Span<float> vector);
