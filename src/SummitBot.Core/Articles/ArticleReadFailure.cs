namespace SummitBot.Core.Articles;

/// <summary>A file that gave no article, and why.</summary>
/// <param name="Source">The file or folder, or the entry of a file as <c>file#entry</c>.</param>
/// <param name="Error">The kind of error.</param>
/// <param name="Reason">One sentence for people that says what is wrong and how to fix it.</param>
public sealed record ArticleReadFailure(string Source, ArticleReadError Error, string Reason)
{
    /// <summary>True when nothing is wrong: the file type is not supported, or the article is a draft.</summary>
    public bool IsLeftOut => Error is ArticleReadError.UnknownFormat or ArticleReadError.Draft;
}
