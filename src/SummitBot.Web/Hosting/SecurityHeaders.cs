namespace SummitBot.Web.Hosting;

public static class SecurityHeaders
{
    public const string ReferrerPolicy = "Referrer-Policy";

    private const string OneYear = "max-age=31536000";

    /// <summary>
    /// Adds the headers to every response, including errors, which clear headers set before. A page that needs its own
    /// policy sets it, including who may frame the page, or what the pages that it links to learn of it.
    /// </summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    IHeaderDictionary headers = context.Response.Headers;
                    if (headers.ContentSecurityPolicy.Count == 0)
                    {
                        headers.ContentSecurityPolicy = ContentPolicy.OfPages;
                        headers.XFrameOptions = "DENY";
                    }

                    headers.XContentTypeOptions = "nosniff";
                    headers.TryAdd(ReferrerPolicy, "no-referrer");
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
                    if (context.Request.IsHttps)
                    {
                        headers.StrictTransportSecurity = OneYear;
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
