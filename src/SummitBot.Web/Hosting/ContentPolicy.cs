using SummitBot.Web.Markup;

namespace SummitBot.Web.Hosting;

/// <summary>The Content-Security-Policy of our pages.</summary>
internal static class ContentPolicy
{
    /// <summary>
    /// An empty style element, which Web Chat's style library creates without a nonce before it fills it.
    /// </summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>
    /// Our pages contain one style sheet and load scripts of this host; nothing else may run, load or frame them.
    /// </summary>
    public static string OfPages { get; } =
        Create(
            $"style-src {PageStyle.CspSource}",
            "script-src 'self'",
            "connect-src 'self'",
            "img-src 'self'",
            "frame-ancestors 'none'"
        );

    /// <summary>
    /// Web Chat creates styles at run time, which the nonce permits, and shows embedded pictures. Pages that may use
    /// the bot may frame it.
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
