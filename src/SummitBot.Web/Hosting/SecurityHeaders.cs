namespace SummitBot.Web.Hosting;

public static class SecurityHeaders
{
    private const string OneYear = "max-age=31536000";

    /// <summary>
    /// Puts the headers on every response, those of errors too: an error clears headers that were set before. A page that
    /// needs a policy of its own sets it, and with it who may frame the page.
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
                    headers["Referrer-Policy"] = "no-referrer";
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
