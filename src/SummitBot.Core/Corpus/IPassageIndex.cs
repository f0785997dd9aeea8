namespace SummitBot.Core.Corpus;

/// <summary>The index as its writers see it.</summary>
public interface IPassageIndex
{
    /// <summary>
    /// What the newest commit says of its sources; null when there is no index here, or one that must be rebuilt (other
    /// layout, damaged): <paramref name="error"/> tells which.
    /// </summary>
    IndexManifest? ReadManifest(out IndexError? error);

    /// <summary>
    /// Opens the index for writing; there is at most one writer, over all processes. With <paramref name="rebuild"/> the
    /// first commit replaces everything; until then readers keep the old index.
    /// </summary>
    /// <exception cref="IndexUnavailableException">Locked, read-only or otherwise not to be written.</exception>
    IPassageIndexWriter OpenWriter(bool rebuild);
}
