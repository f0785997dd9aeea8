using System.Net.Mime;
using System.Text;

namespace SummitBot.Web.Markup;

/// <summary>A self-contained HTML page that also works without scripts.</summary>
/// <param name="Title">The page's title, plain text.</param>
/// <param name="Body">The markup between the navigation and the footer.</param>
public sealed record Page(string Title, Html Body)
{
    /// <summary>The language of the content, ISO 639-1.</summary>
    public string Language { get; init; } = "en";

    /// <summary>True when the language is written from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>The page's CSS class; null for none.</summary>
    public string? Class { get; init; }

    /// <summary>An optional script of this host, for example <c>/article.js</c>; null for none.</summary>
    public string? Script { get; init; }

    public Html Render() =>
        Html.From(
            $"""
            <!DOCTYPE html>
            <html lang="{Language}" dir="{(IsRightToLeft ? "rtl" : "ltr")}">
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
            <nav lang="en" dir="ltr" aria-label="SummitBot"><a class="brand" href="/">SummitBot</a> <a href="/articles">Articles</a> <a href="/openapi/v1.json">API</a></nav>
            <main>
            {Body}
            </main>
            </body>
            </html>

            """
        );

    /// <summary>Sends the page; does not change the status code.</summary>
    public async Task WriteAsync(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        await response.WriteAsync(Render().ToString(), Encoding.UTF8, response.HttpContext.RequestAborted);
    }

    /// <summary>The page as an endpoint's result.</summary>
    public IResult ToResult(int statusCode = StatusCodes.Status200OK) =>
        TypedResults.Text(Render().ToString(), $"{MediaTypeNames.Text.Html}; charset=utf-8", Encoding.UTF8, statusCode);
}
