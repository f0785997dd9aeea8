namespace SummitBot.Core.Corpus;

/// <summary>The index, as its writers use it.</summary>
public interface IPassageIndex
{
    /// <summary>
    /// The manifest of the newest commit; null when there is no index, or one that must be rebuilt (other layout,
    /// damaged): <paramref name="error"/> says which.
    /// </summary>
    IndexManifest? ReadManifest(out IndexError? error);

    /// <summary>
    /// Opens the index for writing; there is at most one writer among all processes. With <paramref name="rebuild"/>
    /// the first commit replaces everything; until then readers keep the old index.
    /// </summary>
    /// <exception cref="IndexUnavailableException">Locked, read-only or otherwise not writable.</exception>
    IPassageIndexWriter OpenWriter(bool rebuild);
}
