using SummitBot.Web.Corpus;

namespace SummitBot.Web.Pages;

public static class PageEndpoints
{
    private static readonly string[] Scripts = ["ask.js", "article.js"];

    /// <summary>The start page and the scripts of all pages.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (IndexStatus status) => StartPage.Of(status.Current).ToResult()).ExcludeFromDescription();
        foreach (string name in Scripts)
        {
            MapScript(endpoints, name);
        }

        return endpoints;
    }

    private static void MapScript(IEndpointRouteBuilder endpoints, string name)
    {
        var script = ServedAsset.OfEmbedded(name);
        endpoints.MapGet($"/{name}", (HttpContext context) => script.ToResult(context)).ExcludeFromDescription();
    }
}
