using Lucene.Net.Index;

namespace SummitBot.Indexing.Writing;

/// <summary>Merges in the background; a failure is kept for the commit instead of ending the process.</summary>
internal sealed class RecordingMergeScheduler : ConcurrentMergeScheduler
{
    private Exception? _failure;

    /// <summary>The first failure of a merge; null when there was none.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    protected override void HandleMergeException(Exception exc) => Interlocked.CompareExchange(ref _failure, exc, null);
}
