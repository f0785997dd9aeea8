using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
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
        byte[] script = Encoding.UTF8.GetBytes(EmbeddedAsset.ReadText(name));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(script))[..16]}\"");
        endpoints
            .MapGet(
                $"/{name}",
                (HttpResponse response) =>
                {
                    response.Headers.CacheControl = "no-cache";
                    return TypedResults.Bytes(
                        script,
                        $"{MediaTypeNames.Text.JavaScript}; charset=utf-8",
                        entityTag: tag
                    );
                }
            )
            .ExcludeFromDescription();
    }
}
