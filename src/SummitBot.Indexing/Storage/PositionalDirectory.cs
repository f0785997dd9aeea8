using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace SummitBot.Indexing.Storage;

/// <summary>
/// A folder whose files are read at explicit positions, without locks and without a shared seek position. The engine's
/// memory-mapped directory updates a reference count for every byte, and its directory for file channels lets one
/// thread read a file at a time; both make concurrent searches wait for each other.
/// </summary>
internal sealed class PositionalDirectory(string path, LockFactory locks) : FSDirectory(new DirectoryInfo(path), locks)
{
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        SafeFileHandle file = OpenFile(name);
        return new PositionalInput(name, file, 0, RandomAccess.GetLength(file), context) { OwnsFile = true };
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(OpenFile(name), context);
    }

    private SafeFileHandle OpenFile(string name) =>
        File.OpenHandle(
            Path.Combine(Directory.FullName, name),
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            FileOptions.RandomAccess
        );

    private sealed class Slicer(SafeFileHandle file, IOContext context) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) =>
            new PositionalInput(sliceDescription, file, offset, length, context);

        [Obsolete("Only for reading CFS files from 3.x indexes.")]
        public override IndexInput OpenFullSlice() => OpenSlice("full-slice", 0, RandomAccess.GetLength(file));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }
        }
    }

    /// <summary>A part of a file. Its clones read the same file, each with its own buffer and position.</summary>
    private sealed class PositionalInput(string name, SafeFileHandle file, long start, long length, IOContext context)
        : BufferedIndexInput(name, context)
    {
        /// <summary>False for slices and clones, which do not close the file.</summary>
        public bool OwnsFile { get; set; }

        public override long Length => length;

        public override object Clone()
        {
            var clone = (PositionalInput)base.Clone();
            clone.OwnsFile = false;
            return clone;
        }

        protected override void ReadInternal(byte[] b, int offset, int length)
        {
            long position = Position;
            while (length > 0)
            {
                int read = RandomAccess.Read(file, b.AsSpan(offset, length), start + position);
                if (read == 0)
                {
                    throw new EndOfStreamException($"{this} ends before byte {position + length}.");
                }

                (offset, length, position) = (offset + read, length - read, position + read);
            }
        }

        protected override void SeekInternal(long pos)
        {
            // Nothing to do: each read gives its position.
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && OwnsFile)
            {
                file.Dispose();
            }
        }
    }
}
