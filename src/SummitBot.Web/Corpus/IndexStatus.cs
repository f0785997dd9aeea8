namespace SummitBot.Web.Corpus;

/// <summary>Whether there is a readable index, as last seen by the <see cref="CorpusRefresher"/>.</summary>
public sealed class IndexStatus
{
    private volatile IndexSnapshot? _current;

    /// <summary>Null while there is no readable index.</summary>
    public IndexSnapshot? Current
    {
        get => _current;
        set => _current = value;
    }

    /// <summary>Number of files that the last refresh could not read.</summary>
    public int Failures { get; private set; }

    /// <summary>When this host last updated the index from the corpus; null before the first time.</summary>
    public DateTimeOffset? RefreshedAt { get; private set; }

    public void ShowRefresh(int failures, DateTimeOffset at) => (Failures, RefreshedAt) = (failures, at);
}

/// <summary>The contents of the index at its last commit.</summary>
/// <param name="Articles">Articles in the index.</param>
/// <param name="Passages">Passages in the index.</param>
/// <param name="CommittedAt">Time of the commit, UTC.</param>
public sealed record IndexSnapshot(int Articles, int Passages, DateTimeOffset CommittedAt)
{
    /// <summary>Always <c>ready</c>: there is no snapshot without a readable index.</summary>
    public string Status => "ready";
}
