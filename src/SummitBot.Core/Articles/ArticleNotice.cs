namespace SummitBot.Core.Articles;

/// <summary>Something about a file that was read all the same.</summary>
/// <param name="Source">The file.</param>
/// <param name="Text">One sentence for people that says what was changed and how to mend it.</param>
public sealed record ArticleNotice(string Source, string Text);
