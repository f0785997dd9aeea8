using SummitBot.Core.Corpus;

namespace SummitBot.Web.Corpus;

/// <summary>Acts once, when the index is committed and its vectors are begun: it serves while they are made.</summary>
internal sealed class FirstVectors(Action committed) : IProgress<IndexingProgress>
{
    private bool _hasActed;

    public void Report(IndexingProgress value)
    {
        if (value.Stage == IndexingStage.Vectors && !_hasActed)
        {
            _hasActed = true;
            committed();
        }
    }
}
