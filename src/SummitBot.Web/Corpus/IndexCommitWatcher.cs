using SummitBot.Core.Corpus;

namespace SummitBot.Web.Corpus;

/// <summary>
/// Called when part of a first index is committed, and when all of it is and its vectors are started, so that the host
/// can answer meanwhile.
/// </summary>
internal sealed class IndexCommitWatcher(Action committed) : IProgress<IndexingProgress>
{
    public void Report(IndexingProgress value)
    {
        if (value.IsCommitted)
        {
            committed();
        }
    }
}
