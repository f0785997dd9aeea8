using System.Net;
using System.Net.Mime;
using System.Text;

namespace SummitBot.EndToEnd.Tests.Browser;

/// <summary>
/// A newspaper's site of another origin. Its policy allows only the widget's host: no inline script or style, no eval,
/// and no markup from strings (Trusted Types).
/// </summary>
internal sealed class ForeignSite : IDisposable
{
    /// <summary>Far down in the story.</summary>
    public const string StorySentence = "The harbour of Grenmouth opened on 14 March 2023 after nine years of work.";

    private const string Paragraph = "<p>Other news of the day.</p>";

    private readonly HttpListener _listener = new();
    private readonly Uri _widgetHost;

    public ForeignSite(Uri widgetHost)
    {
        _widgetHost = widgetHost;
        Origin = $"http://localhost:{FreePort.Take()}";
        _listener.Prefixes.Add($"{Origin}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Origin { get; }

    /// <summary>The page without the widget.</summary>
    public string Bare => $"{Origin}/bare";

    /// <summary>A separate story, longer than a screen.</summary>
    public string Story => $"{Origin}/story";

    /// <summary>A page with the widget.</summary>
    /// <param name="attributes">Further attributes of its script element.</param>
    /// <param name="copies">How often the page includes the script.</param>
    public string With(string attributes = "", int copies = 1) =>
        $"{Origin}/?attributes={Uri.EscapeDataString(attributes)}&copies={copies}";

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                // The site is closed, or the browser left before the response.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        HttpListenerResponse response = context.Response;
        string host = _widgetHost.GetLeftPart(UriPartial.Authority);
        response.Headers["Content-Security-Policy"] =
            $"default-src 'none'; script-src {host}; connect-src {host} ws://{_widgetHost.Authority}; img-src data:; "
            + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        string path = context.Request.Url!.AbsolutePath;
        string script = $"<script src=\"{host}/widget.js\" {context.Request.QueryString["attributes"]} async></script>";
        int copies = int.Parse(
            context.Request.QueryString["copies"] ?? "1",
            System.Globalization.CultureInfo.InvariantCulture
        );
        string scripts = path == "/" ? string.Concat(Enumerable.Repeat(script, copies)) : "";
        string story =
            path == "/story" ? string.Concat(Enumerable.Repeat(Paragraph, 60)) + $"<p>{StorySentence}</p>" : "";
        byte[] page = Encoding.UTF8.GetBytes(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,">
            <title>The Daily Example</title>
            </head>
            <body>
            <main><h1>The Daily Example</h1><p>News of the day, with a <a href="#more">link</a>.</p>{story}</main>
            {scripts}
            </body>
            </html>
            """
        );
        response.OutputStream.Write(page);
        response.Close();
    }
}
