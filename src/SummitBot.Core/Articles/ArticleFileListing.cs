namespace SummitBot.Core.Articles;

/// <summary>
/// The result of <see cref="IArticleReader.Find"/>: the files, and the paths that could not be listed.
/// </summary>
public sealed record ArticleFileListing(IReadOnlyList<ArticleFile> Files, IReadOnlyList<ArticleReadFailure> Failures);
