using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SummitBot.DirectLine.Settings;
using SummitBot.Web.Hosting;
using SummitBot.Web.Markup;

namespace SummitBot.Web.WebChat;

public static class WebChatEndpoints
{
    private const int NonceBytes = 16;

    /// <summary>
    /// <c>/webchat</c>: the same bot in Microsoft's Web Chat, by Direct Line 3.0. Not found, with the reason, when the build
    /// had no npm.
    /// </summary>
    public static IEndpointRouteBuilder MapWebChat(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder group = endpoints.MapGroup("/webchat").ExcludeFromDescription();
        group.MapGet("", Show);
        group.MapGet(
            "/webchat.js",
            (WebChatScript script, HttpContext context) =>
                script.IsThere ? script.Asset.ToResult(context) : TypedResults.NotFound()
        );
        var start = ServedAsset.FromEmbedded("webchat.js");
        group.MapGet("/start.js", (HttpContext context) => start.ToResult(context));
        return endpoints;
    }

    private static IResult Show(WebChatScript script, IOptions<DirectLineOptions> options, HttpContext context)
    {
        if (!script.IsThere)
        {
            return TypedResults.Problem(
                "Microsoft's Web Chat is not here because this host was built without npm: install npm and build again.",
                statusCode: StatusCodes.Status404NotFound
            );
        }

        string nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy.ForWebChat(nonce, options.Value.AllowedOrigins);
        return WebChatPage.Create(nonce).ToResult();
    }
}
