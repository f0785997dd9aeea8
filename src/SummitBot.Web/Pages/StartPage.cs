using SummitBot.Core.Answers;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Pages;

/// <summary>Says what runs here and lets people ask.</summary>
public static class StartPage
{
    private const string Curl = """
        curl -H "Content-Type: application/json" -d '{"question": "Who met?"}' /api/ask
        """;

    public static Page Of(IndexSnapshot? index) =>
        new(
            "Ask the articles",
            Html.Of(
                $"""
                <h1>Ask the articles</h1>
                <p>SummitBot answers from its articles, in their own words, and shows where each sentence stands.
                {Contents(index)}</p>
                <form id="ask" action="/api/ask" method="post">
                <label for="question">Your question</label>
                <input id="question" name="question" type="text" required maxlength="{Question.MaxLength}" autocomplete="off">
                <button type="submit">Ask</button>
                </form>
                <section id="answer" aria-live="polite" aria-label="Answer"></section>
                <noscript><p>This form needs a script; reading articles does not.</p></noscript>
                <h2>For programs</h2>
                <p>Send a question as JSON; <a href="/openapi/v1.json">the OpenAPI document</a> has the details.</p>
                <pre><code>{Curl}</code></pre>
                """
            )
        )
        {
            Script = "/ask.js",
        };

    private static Html Contents(IndexSnapshot? index) =>
        index is null
            ? Html.Of($"They are still being read.")
            : Html.Of($"It has read <a href=\"/articles\">{index.Articles} articles</a>.");
}
