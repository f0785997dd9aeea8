using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Pages;

/// <summary>The start page: the widget, suggested questions, how to embed it, and the articles.</summary>
/// <param name="Address">The host's public address, without a slash at the end.</param>
/// <param name="Passages">Number of passages of the public articles; null while they are still being read.</param>
/// <param name="Articles">The public articles; empty while they are being read.</param>
/// <param name="Questions">Questions that the articles answer.</param>
/// <param name="HasWebChat">True when Microsoft's Web Chat is available at <c>/webchat</c>.</param>
public sealed record StartPage(
    string Address,
    int? Passages,
    IReadOnlyList<ArticleSummary> Articles,
    IReadOnlyList<string> Questions,
    bool HasWebChat
)
{
    private const int NewestShown = 4;

    public Page ToPage() =>
        new(
            "Ask the articles",
            Html.From(
                $"""
                <section class="hero">
                <h1>Ask the articles</h1>
                <p class="lead">SummitBot answers from a body of articles, in their own words. Every sentence of an answer is
                numbered, and its number shows the sentence of the article that it was checked against.</p>
                {SampleQuestions()}
                <noscript><p>The chat needs a script; <a href="/articles">reading the articles</a> does not.</p></noscript>
                </section>
                <section>
                <h2>On your own page</h2>
                <p>One line puts the chat on any page. It loads nothing more until somebody opens it.</p>
                <div class="code"><pre><code id="embed">{Snippet}</code></pre><button type="button" id="copy" hidden>Copy</button></div>
                </section>
                <section>
                <h2>What it has read</h2>
                {RenderSummary()}
                </section>
                <section>
                <h2>For programs</h2>
                <p>Send a question as JSON; <a href="/openapi/v1.json">the OpenAPI document</a> has the details.{WebChat}</p>
                <pre><code>{Curl}</code></pre>
                </section>
                <script src="/widget.js" data-lang="en" data-questions="{string.Join(
                    '|',
                    Questions
                )}" data-open async></script>
                """
            )
        )
        {
            Script = "/start.js",
            Class = "start",
        };

    private string Snippet => $"<script src=\"{Address}/widget.js\" data-title=\"Ask the articles\" async></script>";

    private string Curl =>
        $$"""
            curl -H "Content-Type: application/json" -d '{"question": "Who met?"}' {{Address}}/api/ask
            """;

    private Html WebChat =>
        HasWebChat
            ? Html.From($" The same bot in <a href=\"/webchat\">Microsoft’s Web Chat</a> speaks Direct Line 3.0.")
            : Html.Empty;

    private Html SampleQuestions() =>
        Questions.Count == 0
            ? Html.Empty
            : Html.From(
                $"""
                <ul class="samples">
                {Html.Concat(
                    Questions.Select(q =>
                        Html.From($"<li><button type=\"button\" data-ask=\"{q}\" dir=\"auto\">{q}</button></li>\n")
                    )
                )}</ul>
                """
            );

    private Html RenderSummary()
    {
        if (Passages is null)
        {
            return Html.From($"<p>The articles are still being read.</p>");
        }

        if (Articles.Count == 0)
        {
            return Html.From($"<p>There are no articles yet.</p>");
        }

        DateOnly[] dates = [.. Articles.Select(a => a.Published).OfType<DateOnly>().Order()];
        Html span = dates.Length == 0 ? Html.Empty : Figure(Years(dates[0].Year, dates[^1].Year), "published");
        IEnumerable<Html> newest = Articles
            .OrderByDescending(a => a.Published ?? DateOnly.MinValue)
            .ThenBy(a => a.Id)
            .Take(NewestShown)
            .Select(ArticleLink.Render);
        return Html.From(
            $"""
            <dl class="figures">
            {Count(Articles.Count, "article")}
            {Count(Passages.Value, "passage")}
            {Count(Articles.Select(a => a.Language).Distinct(StringComparer.Ordinal).Count(), "language")}
            {span}
            </dl>
            {YearChart.Render(dates)}
            <h3>The newest</h3>
            <ul class="articles">
            {Html.Concat(newest)}</ul>
            {(
                Articles.Count > 1
                    ? Html.From($"<p><a href=\"/articles\">All {Articles.Count} articles</a></p>")
                    : Html.Empty
            )}
            """
        );
    }

    private static string Years(int first, int last) =>
        first == last
            ? first.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{first}–{last}");

    private static Html Figure(string value, string name) => Html.From($"<div><dd>{value}</dd><dt>{name}</dt></div>");

    private static Html Count(int count, string name) =>
        Figure(count.ToString("N0", CultureInfo.InvariantCulture), count == 1 ? name : $"{name}s");
}
