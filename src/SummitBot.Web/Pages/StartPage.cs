using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Core.Questions;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Pages;

/// <summary>
/// The start page, in the visitor's language: a box for a question, suggested questions and the articles; below them, for
/// developers, how to embed the chat and how to ask by JSON. Without scripts, the box searches the articles.
/// </summary>
/// <param name="Address">The host's public address, without a slash at the end.</param>
/// <param name="Passages">Number of passages of the public articles; null while they are still being read.</param>
/// <param name="Articles">The public articles; empty while they are being read.</param>
/// <param name="Questions">Questions that the articles answer.</param>
/// <param name="HasWebChat">True when Microsoft's Web Chat is available at <c>/webchat</c>.</param>
public sealed record StartPage(
    StartTexts Texts,
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
            Texts.Title,
            Html.From(
                $"""
                <section class="hero">
                <h1>{Texts.Title}</h1>
                <p class="lead">{Texts.Lead}</p>
                <form id="ask" action="/articles" role="search">
                <input name="q" type="search" required maxlength="{Question.MaxLength}" dir="auto" autocomplete="off" aria-label="{Texts.Question}" placeholder="{Texts.Question}">
                <button>{Texts.Ask}</button>
                </form>
                <noscript><p>{Texts.NoScript}</p></noscript>
                {SampleQuestions()}
                </section>
                <section>
                <h2>{Texts.Read}</h2>
                {RenderSummary()}
                </section>
                <section class="developers">
                <h2>{Texts.Developers}</h2>
                <p>{Texts.Embed}</p>
                <div class="code" dir="ltr"><pre><code id="embed">{Snippet}</code></pre><button type="button" id="copy" data-done="{Texts.Copied}" hidden>{Texts.Copy}</button></div>
                <p>{Texts.Json} <a href="/openapi/v1.json">OpenAPI</a>{WebChat}</p>
                <pre dir="ltr"><code>{Curl}</code></pre>
                </section>
                <script src="/widget.js" data-lang="{Texts.Language}" data-questions="{string.Join(
                    '|',
                    Questions
                )}" async></script>
                """
            )
        )
        {
            Language = Texts.Language,
            IsRightToLeft = Texts.IsRightToLeft,
            Script = "/start.js",
            Class = "start",
        };

    private string Snippet => $"<script src=\"{Address}/widget.js\" data-title=\"{Texts.Title}\" async></script>";

    private string Curl =>
        $$"""
            curl -H "Content-Type: application/json" -d '{"question": "Who met?"}' {{Address}}/api/ask
            """;

    private Html WebChat => HasWebChat ? Html.From($", <a href=\"/webchat\">Microsoft’s Web Chat</a>") : Html.Empty;

    private Html SampleQuestions() =>
        Questions.Count == 0
            ? Html.Empty
            : Html.From(
                $"""
                <p class="starters">{Texts.Starters}</p>
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
            return Html.From($"<p>{Texts.Reading}</p>");
        }

        if (Articles.Count == 0)
        {
            return Html.From($"<p>{Texts.None}</p>");
        }

        DateOnly[] dates = [.. Articles.Select(a => a.Published).OfType<DateOnly>().Order()];
        Html span = dates.Length == 0 ? Html.Empty : Figure(Years(dates[0].Year, dates[^1].Year), Texts.Published);
        IEnumerable<Html> newest = Articles
            .OrderByDescending(a => a.Published ?? DateOnly.MinValue)
            .ThenBy(a => a.Id)
            .Take(NewestShown)
            .Select(ArticleLink.Render);
        return Html.From(
            $"""
            <dl class="figures">
            {Count(Articles.Count, Texts.Articles)}
            {Count(Passages.Value, Texts.Passages)}
            {Count(Articles.Select(a => a.Language).Distinct(StringComparer.Ordinal).Count(), Texts.Languages)}
            {span}
            </dl>
            {YearChart.Render(dates, Texts.ByYear)}
            <h3>{Texts.Newest}</h3>
            <ul class="articles">
            {Html.Concat(newest)}</ul>
            {(
                Articles.Count > 1
                    ? Html.From(
                        $"<p><a href=\"/articles\">{string.Format(CultureInfo.InvariantCulture, Texts.All, Articles.Count)}</a></p>"
                    )
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
        Figure(count.ToString("N0", CultureInfo.InvariantCulture), name.Split('|')[count == 1 ? 0 : ^1]);
}
