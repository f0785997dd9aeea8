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
