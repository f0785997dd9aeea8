using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Language;
using SummitBot.Language.Sentences;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Articles;

/// <summary>An article to read, with the cited characters marked.</summary>
public static class ArticlePage
{
    /// <param name="cited">The range of the text to mark; null for none.</param>
    public static Page Of(Article article, TextRange? cited)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new Page(
            article.Title,
            Html.Of(
                $"""
                <article dir="auto">
                <header>
                <h1>{article.Title}</h1>
                {Origin(article)}
                </header>
                {Blocks(article, cited)}
                </article>
                """
            )
        )
        {
            Language = article.Language == LanguageCodes.Unknown ? "" : article.Language,
            Script = cited is null ? null : "/article.js",
        };
    }

    private static Html Origin(Article article)
    {
        var parts = new List<Html>();
        if (article.Published is { } published)
        {
            string date = published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            parts.Add(Html.Of($"<time datetime=\"{date}\">{date}</time>"));
        }

        if (article.Author is { } author)
        {
            parts.Add(Html.Of($"<span>{author}</span>"));
        }

        if (!string.IsNullOrWhiteSpace(article.Publisher))
        {
            parts.Add(Html.Of($"<span>{article.Publisher}</span>"));
        }

        if (article.Url is { } url)
        {
            parts.Add(Html.Of($"<a href=\"{url.AbsoluteUri}\" rel=\"noreferrer\">{url.Host}</a>"));
        }

        return parts.Count == 0 ? Html.Empty : Html.Of($"<p class=\"origin\">{Html.Concat(parts)}</p>");
    }

    private static Html Blocks(Article article, TextRange? cited)
    {
        HashSet<int> headings = [.. article.Headings.Select(h => h.Start)];
        bool isFirstMark = true;
        var blocks = new List<Html>();
        foreach (TextRange line in TextLines.Of(article.Text))
        {
            Html content = Marked(article.Text, line, cited, ref isFirstMark);
            blocks.Add(
                headings.Contains(line.Start) ? Html.Of($"<h2>{content}</h2>\n") : Html.Of($"<p>{content}</p>\n")
            );
        }

        return Html.Concat(blocks);
    }

    /// <summary>The line, with its part of the cited range marked; the first mark of the page is where #cited leads.</summary>
    private static Html Marked(string text, TextRange line, TextRange? cited, ref bool isFirstMark)
    {
        if (cited is not { } range || !line.Overlaps(range))
        {
            return Html.Of($"{line.Slice(text)}");
        }

        var marked = new TextRange(Math.Max(line.Start, range.Start), Math.Min(line.End, range.End));
        Html mark = isFirstMark
            ? Html.Of($"<mark id=\"cited\">{marked.Slice(text)}</mark>")
            : Html.Of($"<mark>{marked.Slice(text)}</mark>");
        isFirstMark = false;
        return Html.Of($"{text[line.Start..marked.Start]}{mark}{text[marked.End..line.End]}");
    }
}
