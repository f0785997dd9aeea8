namespace SummitBot.Web.Corpus;

/// <summary>Whether there is an index to answer from, as the <see cref="CorpusRefresher"/> last saw it.</summary>
public sealed class IndexStatus
{
    private volatile IndexSnapshot? _current;

    /// <summary>Null while there is no readable index.</summary>
    public IndexSnapshot? Current
    {
        get => _current;
        set => _current = value;
    }

    /// <summary>Files that the last refresh could not read.</summary>
    public int Failures { get; private set; }

    /// <summary>When this host last brought the index up to date with the corpus; null before it has.</summary>
    public DateTimeOffset? RefreshedAt { get; private set; }

    public void ShowRefresh(int failures, DateTimeOffset at) => (Failures, RefreshedAt) = (failures, at);
}
