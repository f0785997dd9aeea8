using System.Net;

namespace SummitBot.Models.Chat;

/// <summary>A response's content with a size limit, for streams without a line break.</summary>
internal sealed class BoundedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly long _max;

    /// <param name="max">Maximum number of bytes; one more throws a <see cref="ResponseTooLongException"/>.</param>
    public BoundedContent(HttpContent inner, long max)
    {
        (_inner, _max) = (inner, max);
        foreach ((string name, IEnumerable<string> values) in inner.Headers.NonValidated.Select(h => (h.Key, h.Value)))
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() =>
        new BoundedStream(await _inner.ReadAsStreamAsync(), _max);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using Stream content = await CreateContentReadStreamAsync();
        await content.CopyToAsync(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Stops reading a response that is too long.</summary>
internal sealed class BoundedResponses(long max) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        response.Content = new BoundedContent(response.Content, max);
        return response;
    }
}
