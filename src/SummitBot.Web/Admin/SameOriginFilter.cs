using Microsoft.Extensions.Options;
using SummitBot.Hosting;

namespace SummitBot.Web.Admin;

/// <summary>
/// Refuses requests that another site makes an operator's browser send (cross-site request forgery). Browsers send the key
/// and cookies with those too, but they say where a request comes from, which no page can change. Needs no token, so any
/// host of several accepts the forms of another one.
/// </summary>
internal sealed class SameOriginFilter(IOptions<SummitBotOptions> options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpRequest request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOurs(request)
            ? next(context)
            : ValueTask.FromResult<object?>(
                TypedResults.Problem(
                    "This came from a page of another site, and changed nothing: open /admin and do it there.",
                    statusCode: StatusCodes.Status403Forbidden
                )
            );
    }

    /// <summary>
    /// By <c>Sec-Fetch-Site</c>; browsers leave it out over plain HTTP, where <c>Origin</c> says it. A program sends neither,
    /// but a bearer token, which no form can.
    /// </summary>
    private bool IsOurs(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        return site.Length > 0 ? site == "same-origin"
            : origin.Length > 0
                ? Uri.TryCreate(origin, UriKind.Absolute, out Uri? page)
                    && (IsAt(page, request.Host.Value) || IsAt(page, FindPublicHost()))
            : request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAt(Uri page, string? host) => page.Authority.Equals(host, StringComparison.OrdinalIgnoreCase);

    private string? FindPublicHost() =>
        Uri.TryCreate(options.Value.PublicUrl, UriKind.Absolute, out Uri? url) ? url.Authority : null;
}
