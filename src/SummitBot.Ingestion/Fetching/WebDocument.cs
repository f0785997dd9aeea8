using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Fetching;

/// <summary>A fetched page or document as it is laid in the folder of its source.</summary>
/// <param name="Html">Its text when it is a page; null for other documents.</param>
internal sealed record WebDocument(string FileName, byte[] Content, string? Html)
{
    private const int MaxNameLength = 60;
    private const int HashLength = 8;

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        [MediaTypeNames.Text.Html] = ".html",
        ["application/xhtml+xml"] = ".html",
        [MediaTypeNames.Text.Plain] = ".txt",
        [MediaTypeNames.Text.Markdown] = ".md",
        [MediaTypeNames.Application.Pdf] = ".pdf",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.oasis.opendocument.text"] = ".odt",
        ["application/epub+zip"] = ".epub",
        [MediaTypeNames.Application.Rtf] = ".rtf",
    };

    public string Hash { get; } = Convert.ToHexString(SHA256.HashData(Content));

    /// <summary>Null for a kind of document that is not read.</summary>
    /// <param name="address">The address that was asked for; the file is named after it.</param>
    public static WebDocument? Create(Uri address, WebResponse response)
    {
        string ending = Path.GetExtension(address.AbsolutePath).ToLowerInvariant();
        bool isUntyped = response.MediaType is "" or MediaTypeNames.Application.Octet;
        string? extension =
            Extensions.GetValueOrDefault(response.MediaType)
            ?? (isUntyped && Extensions.ContainsValue(ending) ? ending : null);
        if (extension is null)
        {
            return null;
        }

        string name = CreateName(address) + extension;
        if (extension != ".html")
        {
            return new WebDocument(name, response.Content, Html: null);
        }

        string html = Decode(response);
        return new WebDocument(name, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(html)], html);
    }

    /// <summary>The encoding of the header goes before what the page says of itself (WHATWG HTML, 13.2.3.2).</summary>
    private static string Decode(WebResponse response)
    {
        try
        {
            return response.Charset is { } charset && ByteOrderMark.Detect(response.Content) is null
                ? Encoding.GetEncoding(charset).GetString(response.Content)
                : TextDecoder.Decode(response.Content, ArticleFormat.Html);
        }
        catch (ArgumentException)
        {
            return TextDecoder.Decode(response.Content, ArticleFormat.Html);
        }
    }

    /// <summary>Words of the path for people, and a hash of the whole address.</summary>
    private static string CreateName(Uri address)
    {
        string path = Uri.UnescapeDataString(Path.ChangeExtension(address.AbsolutePath, null)).Trim('/');
        string words = path.Any(char.IsLetterOrDigit)
            ? ArticleId.FromRelativePath(path + ".x").Value.Trim('.', '-')
            : "page";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)));
        return $"{words[..Math.Min(words.Length, MaxNameLength)].TrimEnd('.', '-')}-{hash[..HashLength]}";
    }
}
