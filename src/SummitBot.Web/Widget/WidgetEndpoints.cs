using SummitBot.Web.Markup;

namespace SummitBot.Web.Widget;

public static class WidgetEndpoints
{
    private const string Folder = "widget";

    /// <summary>
    /// The chat widget: <c>/widget.js</c>, which pages include, and below <c>/widget/</c> the files that it loads when
    /// opened. Pages of any origin may load these files; issuing tokens decides who may use the bot.
    /// </summary>
    public static IEndpointRouteBuilder MapWidget(this IEndpointRouteBuilder endpoints)
    {
        foreach (string name in EmbeddedAsset.NamesIn(Folder))
        {
            string path = name == $"{Folder}/widget.js" ? "widget.js" : name;
            var asset = ServedAsset.FromEmbedded(name);
            endpoints
                .MapGet(
                    $"/{path}",
                    (HttpContext context) =>
                    {
                        IHeaderDictionary headers = context.Response.Headers;
                        headers.AccessControlAllowOrigin = "*";
                        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
                        return asset.ToResult(context);
                    }
                )
                .ExcludeFromDescription();
        }

        return endpoints;
    }
}
