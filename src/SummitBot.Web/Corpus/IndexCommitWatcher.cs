using SummitBot.Core.Corpus;

namespace SummitBot.Web.Corpus;

/// <summary>Acts when part of the index is committed: it serves that meanwhile.</summary>
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
