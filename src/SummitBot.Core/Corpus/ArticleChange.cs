using SummitBot.Core.Articles;

namespace SummitBot.Core.Corpus;

/// <summary>A change of an article in the index.</summary>
/// <param name="Source">Its file, or the entry of a file as <c>file#entry</c>.</param>
public sealed record ArticleChange(ArticleId Id, ArticleChangeKind Kind, string Source);
