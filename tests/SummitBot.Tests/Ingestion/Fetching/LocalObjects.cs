using System.Collections.Concurrent;
using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SummitBot.Tests.Ingestion.Fetching;

/// <summary>
/// A server on this machine with the files of a bucket (ListObjectsV2 and GetObject) and of a container (list blobs and get
/// blob), in pages of two files.
/// </summary>
internal sealed class LocalObjects : IAsyncDisposable
{
    private const int PageSize = 2;

    private readonly LocalSite _site;
    private readonly string _root;
    private readonly ConcurrentDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);

    private LocalObjects(LocalSite site, string root) => (_site, _root) = (site, root);

    public string Url => _site.Url + _root;

    public string ServiceUrl => _site.Url;

    public int Reads { get; set; }

    public int Listings { get; private set; }

    public ConcurrentQueue<string> Authorizations { get; } = new();

    /// <summary>Answers a listing in place of this server when it returns true.</summary>
    public Func<HttpContext, Task<bool>> BeforeListing { get; set; } = _ => Task.FromResult(false);

    /// <summary>Answers a reading in place of this server when it returns true.</summary>
    public Func<HttpContext, string, Task<bool>> BeforeReading { get; set; } = (_, _) => Task.FromResult(false);

    /// <param name="root">The path of the bucket or the container.</param>
    public static async Task<LocalObjects> StartAsync(string root)
    {
        LocalSite site = await LocalSite.StartAsync();
        var objects = new LocalObjects(site, root);
        site.Otherwise = objects.AnswerAsync;
        return objects;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public void Set(string key, string? content)
    {
        if (content is null)
        {
            _objects.TryRemove(key, out _);
        }
        else
        {
            _objects[key] = Encoding.UTF8.GetBytes(content);
        }
    }

    public static Task AnswerAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        context.Response.Headers["x-ms-error-code"] = code;
        return context.Response.WriteAsync(
            $"<Error><Code>{code}</Code><Message>No.</Message></Error>",
            context.RequestAborted
        );
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Authorizations.Enqueue(context.Request.Headers.Authorization.ToString() + context.Request.QueryString);
        // As it was sent: the server takes out what a path has of "..".
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        string path = Uri.UnescapeDataString(target.Split('?')[0]);
        IQueryCollection query = context.Request.Query;
        if (query.ContainsKey("list-type") || query["comp"] == "list")
        {
            Listings++;
            if (!await BeforeListing(context))
            {
                bool isBucket = query.ContainsKey("list-type");
                await ListAsync(context, isBucket, query[isBucket ? "continuation-token" : "marker"].ToString());
            }

            return;
        }

        Reads++;
        string key = path[(_root.Length + 1)..];
        if (await BeforeReading(context, key))
        {
            return;
        }

        if (!_objects.TryGetValue(key, out byte[]? content))
        {
            await AnswerAsync(context, 404, "NoSuchKey");
            return;
        }

        context.Response.Headers.ETag = $"\"{CreateTag(content)}\"";
        context.Response.Headers.LastModified = "Mon, 01 Jun 2026 00:00:00 GMT";
        context.Response.Headers["x-ms-blob-type"] = "BlockBlob";
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private Task ListAsync(HttpContext context, bool isBucket, string marker)
    {
        string prefix = context.Request.Query["prefix"].ToString();
        KeyValuePair<string, byte[]>[] all =
        [
            .. _objects
                .Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal))
                .OrderBy(o => o.Key, StringComparer.Ordinal),
        ];
        int start = marker.Length > 0 ? int.Parse(marker, CultureInfo.InvariantCulture) : 0;
        string next = start + PageSize < all.Length ? (start + PageSize).ToString(CultureInfo.InvariantCulture) : "";
        IEnumerable<KeyValuePair<string, byte[]>> page = all.Skip(start).Take(PageSize);
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(
            isBucket ? ComposeBucket(page, next) : ComposeContainer(page, next),
            context.RequestAborted
        );
    }

    private static string ComposeBucket(IEnumerable<KeyValuePair<string, byte[]>> page, string next) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><IsTruncated>{(
                next.Length > 0 ? "true" : "false"
            )}</IsTruncated><NextContinuationToken>{next}</NextContinuationToken>{string.Concat(
                page.Select(o =>
                    $"<Contents><Key>{SecurityElement.Escape(o.Key)}</Key><LastModified>2026-06-01T00:00:00.000Z</LastModified><ETag>&quot;{CreateTag(o.Value)}&quot;</ETag><Size>{o.Value.Length}</Size><StorageClass>STANDARD</StorageClass></Contents>"
                )
            )}</ListBucketResult>
            """;

    private static string ComposeContainer(IEnumerable<KeyValuePair<string, byte[]>> page, string next) =>
        $"""
            <?xml version="1.0" encoding="utf-8"?>
            <EnumerationResults ContainerName="c"><Blobs>{string.Concat(
                page.Select(o =>
                    $"<Blob><Name>{SecurityElement.Escape(o.Key)}</Name><Properties><Last-Modified>Mon, 01 Jun 2026 00:00:00 GMT</Last-Modified><Etag>{CreateTag(o.Value)}</Etag><Content-Length>{o.Value.Length}</Content-Length><Content-Type>text/plain</Content-Type><BlobType>BlockBlob</BlobType></Properties></Blob>"
                )
            )}</Blobs><NextMarker>{next}</NextMarker></EnumerationResults>
            """;

    /// <summary>In the form that S3 gives to files that came in parts; clients check others as MD5.</summary>
    private static string CreateTag(byte[] content) => $"{Convert.ToHexString(SHA256.HashData(content))[..32]}-1";
}
