using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SummitBot.Tests.Ingestion.Fetching;

/// <summary>A web site on this machine that says what the test has it say, and remembers what it was asked.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _pages = new(StringComparer.Ordinal);

    private LocalSite(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>Paths with query, and the status that was given, in order.</summary>
    public ConcurrentQueue<(string Path, int Status)> Asked { get; } = new();

    /// <summary>Answers every path that has no page of its own; null answers 404.</summary>
    public Func<HttpContext, Task>? Otherwise { get; set; }

    public static async Task<LocalSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var site = new LocalSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public void Set(string path, Func<HttpContext, Task> answer) => _pages[path] = answer;

    /// <summary>A page with an ETag of its content, which is not sent again to those who know it.</summary>
    public void SetPage(string path, string content, string type = "text/html; charset=utf-8") =>
        Set(
            path,
            context =>
            {
                string tag = $"\"{content.GetHashCode(StringComparison.Ordinal):x}\"";
                context.Response.Headers.ETag = tag;
                if (context.Request.Headers.IfNoneMatch == tag)
                {
                    context.Response.StatusCode = 304;
                    return Task.CompletedTask;
                }

                context.Response.ContentType = type;
                return context.Response.WriteAsync(content, context.RequestAborted);
            }
        );

    public void SetArticle(string path, string title, string text) =>
        SetPage(
            path,
            $"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
        );

    public void SetSitemap(params string[] paths) =>
        SetPage(
            "/sitemap.xml",
            $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(paths.Select(p => $"<url><loc>{Url}{p}</loc></url>"))}</urlset>",
            "application/xml"
        );

    public void SetStatus(string path, int status) =>
        Set(
            path,
            context =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            }
        );

    public void SetRedirect(string path, string target) =>
        Set(
            path,
            context =>
            {
                context.Response.Redirect(target);
                return Task.CompletedTask;
            }
        );

    public void Remove(string path) => _pages.TryRemove(path, out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path + context.Request.QueryString;
        if (_pages.TryGetValue(path, out Func<HttpContext, Task>? page) || (page = Otherwise) is not null)
        {
            await page(context);
        }
        else
        {
            context.Response.StatusCode = 404;
        }

        Asked.Enqueue((path, context.Response.StatusCode));
    }
}
