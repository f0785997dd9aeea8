namespace SummitBot.Core.Corpus;

/// <summary>What to index.</summary>
/// <param name="Paths">Files and folders of the whole corpus; articles from elsewhere are removed from the
/// index.</param>
/// <param name="IsExplicit">True when the operator named the paths on the command line, false when settings
/// did.</param>
/// <param name="Rebuild">Reads every file again and replaces the whole index.</param>
public sealed record IndexingRequest(IReadOnlyList<string> Paths, bool IsExplicit = false, bool Rebuild = false)
{
    /// <summary>
    /// Paths of which one that is missing is listed among the failures, and its articles stay; any other missing path ends the
    /// run.
    /// </summary>
    public IReadOnlyList<string> PathsThatMayBeMissing { get; init; } = [];

    /// <summary>True to report what would change without changing it.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>False to refuse a run that would remove more than half of the articles.</summary>
    public bool MayRemoveMost { get; init; } = true;

    /// <summary>
    /// Ends when other files have changed: a run that has only slow files left ends then, and a later one goes on with them. Null
    /// to read them to their end.
    /// </summary>
    public Task? Interruption { get; init; }

    /// <summary>True to leave the passages' vectors to <see cref="CorpusIndexer.UpdateVectorsAsync"/>.</summary>
    public bool LeavesVectors { get; init; }
}
