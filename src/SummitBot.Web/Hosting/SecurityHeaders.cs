using SummitBot.Web.Pages;

namespace SummitBot.Web.Hosting;

public static class SecurityHeaders
{
    /// <summary>Our pages hold one style sheet and load scripts of this host; nothing else may run, load or frame them.</summary>
    private static readonly string ContentSecurityPolicy = string.Join(
        "; ",
        "default-src 'none'",
        $"style-src {PageStyle.CspSource}",
        "script-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'"
    );

    /// <summary>Puts the headers on every response, those of errors too: an error clears headers that were set before.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    IHeaderDictionary headers = context.Response.Headers;
                    headers.ContentSecurityPolicy = ContentSecurityPolicy;
                    headers.XContentTypeOptions = "nosniff";
                    headers.XFrameOptions = "DENY";
                    headers["Referrer-Policy"] = "no-referrer";
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
