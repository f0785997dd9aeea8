using System.Net.Mime;
using System.Text;

namespace SummitBot.Web.Markup;

/// <summary>A whole HTML page: it needs no other file to be read, and no script.</summary>
/// <param name="Title">The page's title, plain text.</param>
/// <param name="Body">What stands between the navigation and the end.</param>
public sealed record Page(string Title, Html Body)
{
    /// <summary>The language of the content, ISO 639-1.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What the style sheet knows the page by; null for nothing.</summary>
    public string? Class { get; init; }

    /// <summary>A script of this host that adds comfort, for example <c>/article.js</c>; null for none.</summary>
    public string? Script { get; init; }

    public Html Render() =>
        Html.From(
            $"""
            <!DOCTYPE html>
            <html lang="{Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <title>{Title} - SummitBot</title>
            {PageStyle.Element}
            {(Script is null ? Html.Empty : Html.From($"<script src=\"{Script}\" defer></script>"))}
            </head>
            <body class="{Class}">
            <nav lang="en" aria-label="SummitBot"><a class="brand" href="/">SummitBot</a> <a href="/articles">Articles</a> <a href="/openapi/v1.json">API</a></nav>
            <main>
            {Body}
            </main>
            </body>
            </html>

            """
        );

    /// <summary>Sends the page; the status code stays as it is.</summary>
    public async Task WriteAsync(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        await response.WriteAsync(Render().ToString(), Encoding.UTF8, response.HttpContext.RequestAborted);
    }

    /// <summary>The page as an endpoint's result.</summary>
    public IResult ToResult() =>
        TypedResults.Text(Render().ToString(), $"{MediaTypeNames.Text.Html}; charset=utf-8", Encoding.UTF8);
}
