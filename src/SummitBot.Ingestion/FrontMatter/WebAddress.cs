namespace SummitBot.Ingestion.FrontMatter;

internal static class WebAddress
{
    /// <summary>The absolute http or https address; null when the text is not one.</summary>
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out Uri? url)
        && url.Scheme is "http" or "https"
        && url.Host.Length > 0
            ? url
            : null;
}
