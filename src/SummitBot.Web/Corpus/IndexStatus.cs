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
}
