namespace SummitBot.Core.Articles;

/// <summary>Where a page of a document begins in the article's plain text.</summary>
/// <param name="Start">The first UTF-16 unit of the page's first block.</param>
/// <param name="Page">The page, from 1.</param>
public readonly record struct PageStart(int Start, int Page);
