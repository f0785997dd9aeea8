using SummitBot.Core.Corpus;

namespace SummitBot.Cli.Corpus;

/// <summary>
/// Keeps the newest report; unlike <see cref="Progress{T}"/> it needs no thread, so reports stay in order.
/// </summary>
internal sealed class LatestProgress : IProgress<IndexingProgress>
{
    private readonly Lock _lock = new();
    private IndexingProgress _value;

    public IndexingProgress Value
    {
        get
        {
            lock (_lock)
            {
                return _value;
            }
        }
    }

    public void Report(IndexingProgress value)
    {
        lock (_lock)
        {
            _value = value;
        }
    }
}
