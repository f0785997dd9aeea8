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
}
