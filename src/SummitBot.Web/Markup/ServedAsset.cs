using System.IO.Compression;
using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace SummitBot.Web.Markup;

/// <summary>
/// A file as browsers get it: compressed once, and revalidated by its tag on each use, so that the parts of a new version
/// never meet those of an old one.
/// </summary>
internal sealed class ServedAsset
{
    private readonly string _contentType;
    private readonly byte[] _plain;
    private readonly byte[] _compressed;
    private readonly string _tag;

    /// <param name="name">Its extension tells the type.</param>
    public ServedAsset(string name, byte[] content)
    {
        _contentType = GetContentType(Path.GetExtension(name));
        _plain = content;
        _compressed = Compress(content);
        _tag = Convert.ToHexString(SHA256.HashData(content))[..16];
    }

    public static ServedAsset FromEmbedded(string name) => new(name, EmbeddedAsset.Read(name));

    /// <summary>The file, or 304 when the browser has it.</summary>
    public IResult ToResult(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        bool isCompressed = context
            .Request.GetTypedHeaders()
            .AcceptEncoding.Any(e => e.Value == "gzip" && e.Quality is not 0);
        if (isCompressed)
        {
            headers.ContentEncoding = "gzip";
        }

        return TypedResults.Bytes(
            isCompressed ? _compressed : _plain,
            _contentType,
            entityTag: new EntityTagHeaderValue(isCompressed ? $"\"{_tag}-gzip\"" : $"\"{_tag}\"")
        );
    }

    private static string GetContentType(string extension) =>
        extension switch
        {
            ".js" => $"{MediaTypeNames.Text.JavaScript}; charset=utf-8",
            ".css" => $"{MediaTypeNames.Text.Css}; charset=utf-8",
            ".svg" => MediaTypeNames.Image.Svg,
            ".json" => MediaTypeNames.Application.Json,
            _ => MediaTypeNames.Application.Octet,
        };

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }
}
