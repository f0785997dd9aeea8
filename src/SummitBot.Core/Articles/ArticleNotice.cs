namespace SummitBot.Core.Articles;

/// <summary>A remark about a file that was read successfully.</summary>
/// <param name="Source">The file.</param>
/// <param name="Text">One sentence for people that says what was changed and how to fix it.</param>
public sealed record ArticleNotice(string Source, string Text);
