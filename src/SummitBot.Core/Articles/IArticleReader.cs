namespace SummitBot.Core.Articles;

/// <summary>Finds article files and turns them into articles.</summary>
public interface IArticleReader
{
    /// <summary>
    /// The files that may hold articles below <paramref name="paths"/> (files and folders, folders recursively), in
    /// ordinal order of their full path, each once. A path that does not exist, a folder that cannot be listed and a file
    /// of another format are failures in the listing, never an exception.
    /// </summary>
    ArticleFileListing Find(IReadOnlyCollection<string> paths);

    /// <summary>
    /// Reads one file: a result for each article in it, at least one. A file or entry that cannot be read gives a
    /// failed result; only cancellation throws.
    /// </summary>
    Task<IReadOnlyList<ArticleReadResult>> ReadAsync(ArticleFile file, CancellationToken cancellationToken);
}

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

/// <summary>
/// The result of <see cref="IArticleReader.Find"/>: the files, and the paths that could not be listed.
/// </summary>
public sealed record ArticleFileListing(IReadOnlyList<ArticleFile> Files, IReadOnlyList<ArticleReadFailure> Failures);
