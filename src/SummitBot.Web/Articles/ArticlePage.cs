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
    public static Page Create(Article article, TextRange? cited)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new Page(
            article.Title,
            Html.From(
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
            parts.Add(Html.From($"<time datetime=\"{date}\">{date}</time>"));
        }

        if (!string.IsNullOrWhiteSpace(article.Author))
        {
            parts.Add(Html.From($"<span>{article.Author}</span>"));
        }

        if (!string.IsNullOrWhiteSpace(article.Publisher))
        {
            parts.Add(Html.From($"<span>{article.Publisher}</span>"));
        }

        if (article.Url is { } url)
        {
            parts.Add(Html.From($"<a href=\"{url.AbsoluteUri}\" rel=\"noreferrer\">{url.Host}</a>"));
        }

        return parts.Count == 0 ? Html.Empty : Html.From($"<p class=\"origin\">{Html.Concat(parts)}</p>");
    }

    private static Html Blocks(Article article, TextRange? cited)
    {
        HashSet<int> headings = [.. article.Headings.Select(h => h.Start)];
        bool isFirstMark = true;
        var blocks = new List<Html>();
        foreach (TextRange line in TextLines.Split(article.Text))
        {
            Html content = Marked(article.Text, line, cited, ref isFirstMark);
            blocks.Add(
                headings.Contains(line.Start) ? Html.From($"<h2>{content}</h2>\n") : Html.From($"<p>{content}</p>\n")
            );
        }

        return Html.Concat(blocks);
    }

    /// <summary>The line, with its part of the cited range marked; the first mark of the page is where #cited leads.</summary>
    private static Html Marked(string text, TextRange line, TextRange? cited, ref bool isFirstMark)
    {
        if (cited is not { } range || !line.Overlaps(range))
        {
            return Html.From($"{line.Slice(text)}");
        }

        var marked = new TextRange(Math.Max(line.Start, range.Start), Math.Min(line.End, range.End));
        Html mark = isFirstMark
            ? Html.From($"<mark id=\"cited\">{marked.Slice(text)}</mark>")
            : Html.From($"<mark>{marked.Slice(text)}</mark>");
        isFirstMark = false;
        return Html.From($"{text[line.Start..marked.Start]}{mark}{text[marked.End..line.End]}");
    }
}
