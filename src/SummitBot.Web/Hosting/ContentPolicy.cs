using SummitBot.Web.Markup;

namespace SummitBot.Web.Hosting;

/// <summary>The Content-Security-Policy of our pages.</summary>
internal static class ContentPolicy
{
    /// <summary>An empty style element, which Web Chat's style library makes without a nonce before it fills it.</summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>Our pages hold one style sheet and load scripts of this host; nothing else may run, load or frame them.</summary>
    public static string OfPages { get; } =
        Create(
            $"style-src {PageStyle.CspSource}",
            "script-src 'self'",
            "connect-src 'self'",
            "img-src 'self'",
            "frame-ancestors 'none'"
        );

    /// <summary>
    /// Web Chat makes styles as it runs, which the nonce lets pass, and shows pictures that it holds itself. Pages that may
    /// talk to the bot may frame it.
    /// </summary>
    /// <param name="origins">Those pages' origins, or <c>*</c>.</param>
    public static string ForWebChat(string nonce, IReadOnlyList<string> origins) =>
        Create(
            $"style-src 'nonce-{nonce}' {EmptyStyle} {PageStyle.CspSource}",
            "script-src 'self'",
            "connect-src 'self'",
            "img-src 'self' data: blob:",
            $"frame-ancestors {(origins.Count == 0 ? "'none'" : string.Join(' ', ["'self'", .. origins]))}"
        );

    private static string Create(params string[] directives) =>
        string.Join("; ", ["default-src 'none'", .. directives, "form-action 'self'", "base-uri 'none'"]);
}
