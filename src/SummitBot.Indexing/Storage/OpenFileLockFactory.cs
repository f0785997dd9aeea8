using Lucene.Net.Store;

namespace SummitBot.Indexing.Storage;

/// <summary>
/// A lock is a file held open without sharing: the operating system frees it when its process ends, however it ends. The
/// engine's own native lock did not keep a second process out on Linux.
/// </summary>
/// <remarks>The file stays when the lock is freed; removing it would let two processes hold two files of one name.</remarks>
internal sealed class OpenFileLockFactory(string folder) : LockFactory
{
    public override Lucene.Net.Store.Lock MakeLock(string lockName) => new OpenFileLock(Path.Combine(folder, lockName));

    public override void ClearLock(string lockName)
    {
        // The operating system does.
    }

    private sealed class OpenFileLock(string path) : Lucene.Net.Store.Lock
    {
        private FileStream? _held;

        public override bool Obtain()
        {
            try
            {
                _held ??= new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return true;
            }
            catch (IOException e) when (LuceneErrorMapper.IsSharingViolation(e))
            {
                FailureReason = e;
                return false;
            }
        }

        public override bool IsLocked()
        {
            if (_held is not null)
            {
                return true;
            }

            using var probe = new OpenFileLock(path);
            return !probe.Obtain();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _held?.Dispose();
                _held = null;
            }
        }
    }
}
