namespace SummitBot.Core.Articles;

/// <summary>A file that may hold an article, as found in a corpus folder.</summary>
/// <param name="Path">Full path.</param>
/// <param name="RelativePath">Path below the corpus folder (the file name when the file itself was given), with <c>/</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="LastWritten">Time of the last change, UTC. Length and time together tell whether to read the file again.</param>
public sealed record ArticleFile(string Path, string RelativePath, long Length, DateTime LastWritten)
{
    /// <summary>
    /// What the settings say of its articles, as <see cref="ArticleDefaults.Write"/> gives it; empty when they say nothing.
    /// When that changes, the file is read again.
    /// </summary>
    public string Defaults { get; init; } = "";
}
