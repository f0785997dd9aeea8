using System.Net;

namespace SummitBot.Ingestion.Fetching;

/// <summary>The answer to a request.</summary>
/// <param name="Address">Where it came from, after redirects.</param>
/// <param name="Status">The status; 0 when none came.</param>
internal sealed record WebResponse(Uri Address, HttpStatusCode Status = default)
{
    /// <summary>Empty unless the status is 200.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>The media type in lower case, without parameters; empty when none is given.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>The name of the encoding that the header gives; null when it gives none.</summary>
    public string? Charset { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>How long the server asks to be left alone; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why there is no answer, a sentence for people; null when there is one.</summary>
    public string? Error { get; init; }

    public bool IsOk => Status == HttpStatusCode.OK && Error is null;

    public bool IsGone => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    /// <summary>What happened, a sentence for people.</summary>
    public string Reason => Error ?? $"The server answered {(int)Status}.";
}
