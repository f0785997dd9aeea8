namespace SummitBot.Web.Corpus;

/// <summary>The contents of the index at its last commit.</summary>
/// <param name="Articles">Articles in the index.</param>
/// <param name="Passages">Passages in the index.</param>
/// <param name="CommittedAt">Time of the commit, UTC.</param>
public sealed record IndexSnapshot(int Articles, int Passages, DateTimeOffset CommittedAt)
{
    /// <summary>Always <c>ready</c>: there is no snapshot without a readable index.</summary>
    public string Status => "ready";
}
