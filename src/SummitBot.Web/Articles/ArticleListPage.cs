using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Sentences;
using SummitBot.Web.Markup;
using SummitBot.Web.Pages;

namespace SummitBot.Web.Articles;

/// <summary>The list of all articles, or of those found by words.</summary>
public static class ArticleListPage
{
    /// <summary>All articles, newest first, those without a date at the end.</summary>
    public static Page Create(IReadOnlyList<ArticleSummary> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        IEnumerable<Html> items = articles
            .OrderByDescending(a => a.Published ?? DateOnly.MinValue)
            .ThenBy(a => a.Id)
            .Select(ArticleLink.Render);
        return CreatePage(
            "",
            Html.From(
                $"""
                <p>{articles.Count} in all.</p>
                <ul class="articles">
                {Html.Concat(items)}
                </ul>
                """
            )
        );
    }

    /// <summary>The articles with the passages, each with its best one, in the order of the passages.</summary>
    /// <param name="words">The words that were searched.</param>
    public static Page CreateFromSearch(string words, IReadOnlyList<RetrievedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        RetrievedPassage[] best = [.. passages.DistinctBy(p => p.Article.Id)];
        return CreatePage(
            words,
            best.Length == 0
                ? Html.From($"<p>No article speaks of that. <a href=\"/articles\">Show all</a></p>")
                : Html.From(
                    $"""
                    <p>{best.Length} found. <a href="/articles">Show all</a></p>
                    <ul class="articles found">
                    {Html.Concat(best.Select(Found))}
                    </ul>
                    """
                )
        );
    }

    private static Page CreatePage(string words, Html list) =>
        new(
            "Articles",
            Html.From(
                $"""
                <h1>Articles</h1>
                <form action="/articles" method="get" role="search">
                <label for="q">Find articles</label>
                <input id="q" name="q" type="search" value="{words}" maxlength="{ArticleSearch.MaxWordsLength}" dir="auto">
                <button type="submit">Find</button>
                </form>
                {list}
                """
            )
        );

    private static Html Found(RetrievedPassage passage)
    {
        TextRange range = passage.Passage.Range;
        return Html.From(
            $"""
            <li dir="auto">{ArticleLink.Content(passage.Article)}
            <p><a href="{ArticleLink.GetAddress(
                passage.Article.Id
            )}?start={range.Start}&amp;end={range.End}#cited">{passage.Passage.Text}</a></p></li>

            """
        );
    }
}
