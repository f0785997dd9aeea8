using SummitBot.Web.Markup;

namespace SummitBot.Web.Widget;

public static class WidgetEndpoints
{
    private const string Folder = "widget";

    /// <summary>
    /// The chat widget: <c>/widget.js</c>, which pages include, and below <c>/widget/</c> what that loads when it is opened.
    /// Pages of any origin may load these files; who may talk to the bot is decided where tokens are given.
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
