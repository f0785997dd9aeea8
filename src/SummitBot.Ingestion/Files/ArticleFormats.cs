namespace SummitBot.Ingestion.Files;

/// <summary>The file name extensions that we read.</summary>
internal static class ArticleFormats
{
    /// <summary>The format that the extension tells, whatever its case; null for an extension that we do not know.</summary>
    public static ArticleFormat? Of(string path)
    {
        ReadOnlySpan<char> extension = Path.GetExtension(path.AsSpan());
        Span<char> lower = stackalloc char[16];
        if (extension.Length > lower.Length || extension.ToLowerInvariant(lower) < 0)
        {
            return null;
        }

        return lower[..extension.Length] switch
        {
            ".txt" or ".text" => ArticleFormat.PlainText,
            ".md" or ".markdown" => ArticleFormat.Markdown,
            ".html" or ".htm" or ".xhtml" => ArticleFormat.Html,
            _ => null,
        };
    }
}
