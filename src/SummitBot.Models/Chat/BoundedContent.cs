using System.Net;

namespace SummitBot.Models.Chat;

/// <summary>A response's content that may not grow without end, as a stream without a line break would.</summary>
internal sealed class BoundedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly long _max;

    /// <param name="max">Bytes; one more is a <see cref="ResponseTooLongException"/>.</param>
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
