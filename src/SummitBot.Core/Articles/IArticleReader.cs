namespace SummitBot.Core.Articles;

/// <summary>Finds article files and turns them into articles.</summary>
public interface IArticleReader
{
    /// <summary>
    /// The files that may hold articles below <paramref name="paths"/> (files and folders, folders recursively), in
    /// ordinal order of their full path, each once; files of other formats are not listed. A path that does not exist or
    /// a folder that cannot be listed is a failure in the listing, never an exception.
    /// </summary>
    ArticleFileListing Find(IReadOnlyCollection<string> paths);

    /// <summary>Reads one file. Trouble with the file is a failed result; only cancellation throws.</summary>
    Task<ArticleReadResult> ReadAsync(ArticleFile file, CancellationToken cancellationToken);
}
