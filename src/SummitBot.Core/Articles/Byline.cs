using SummitBot.Language.Sentences;

namespace SummitBot.Core.Articles;

/// <summary>The line of an article's text that names the author, so that it can be found and quoted.</summary>
public static class Byline
{
    /// <summary>In the article's language: <c>By Lena Ford</c>.</summary>
    public static string Write(string author, string language) => GetPrefix(language) + author;

    /// <summary>
    /// The range of the author's name in a line that <see cref="Write"/> wrote; null for another line.
    /// </summary>
    public static TextRange? NameIn(string line, ArticleSummary article)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(article);
        bool isByline = article.Author is { } author && line == Write(author, article.Language);
        return isByline ? new TextRange(GetPrefix(article.Language).Length, line.Length) : null;
    }

    private static string GetPrefix(string language) =>
        language switch
        {
            "de" => "Von ",
            "es" => "Por ",
            "fr" => "Par ",
            "ru" => "Автор: ",
            "ko" => "글: ",
            "zh" => "作者：",
            "ar" => "بقلم ",
            "ja" => "文：",
            "th" => "โดย ",
            "hi" => "लेखक: ",
            _ => "By ",
        };
}
