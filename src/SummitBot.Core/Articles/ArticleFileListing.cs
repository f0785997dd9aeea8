namespace SummitBot.Core.Articles;

/// <summary>What <see cref="IArticleReader.Find"/> found: the files, and the paths it could not look into.</summary>
public sealed record ArticleFileListing(IReadOnlyList<ArticleFile> Files, IReadOnlyList<ArticleReadFailure> Failures);
