using System.Net.Sockets;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion.Fetching;

/// <summary>Files of others at one place: a bucket, a container, a repository.</summary>
internal interface IObjectStore : IAsyncDisposable
{
    /// <summary>The place itself, for reports.</summary>
    Uri Address { get; }

    /// <summary>How long it may take to list the next file, and to read one.</summary>
    TimeSpan Patience { get; }

    /// <summary>How many files may be read at the same time.</summary>
    int MaxParallelReads { get; }

    /// <summary>All files below the prefix of the source.</summary>
    /// <exception cref="StoreException">The place cannot be listed, or not to its end.</exception>
    IAsyncEnumerable<StoredObject> ListAsync(CancellationToken cancellationToken);

    /// <exception cref="StoreException">The file cannot be had.</exception>
    Task<OpenedObject> OpenAsync(StoredObject stored, CancellationToken cancellationToken);

    /// <summary>What an exception of this place's client means, also one while a file is read; null when it is no error of the
    /// place.</summary>
    StoreException? Explain(Exception exception);
}

/// <summary>A file as the listing has it.</summary>
/// <param name="Key">Its path in the place, with <c>/</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ETag">Another one with each change of the content.</param>
/// <param name="Obstacle">Why it is nothing to read, a sentence for people; null for a file.</param>
internal sealed record StoredObject(string Key, long Length, string ETag, string? Obstacle = null);

/// <param name="ETag">Of the content that is read, which may be newer than the listing.</param>
internal sealed record OpenedObject(Stream Content, string ETag);

/// <summary>What a failed request means for the visit.</summary>
internal enum StoreError
{
    /// <summary>This file is not there.</summary>
    Gone,

    /// <summary>This file has nothing to read.</summary>
    LeftOut,

    /// <summary>This file could not be had.</summary>
    Failed,

    /// <summary>The place may not be asked, or wants to be left alone: the rest waits for the next time.</summary>
    Unavailable,
}

/// <summary>A request to a place failed; the message is a sentence for operators, without secrets.</summary>
internal sealed class StoreException(StoreError error, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public StoreError Error => error;

    /// <summary>True when an answer broke off; false for an error of this machine's disk.</summary>
    public static bool IsBroken(Exception exception) =>
        exception
            is HttpRequestException
                or HttpIOException
                or SocketException
                or IOException { InnerException: SocketException };

    /// <summary>What the status of an HTTP answer means.</summary>
    /// <param name="status">0 when no answer came.</param>
    public static StoreException From(int status, Uri place, Exception inner) =>
        status switch
        {
            _ when GuardedConnections.IsRefused(inner) => new StoreException(
                StoreError.Unavailable,
                GuardedConnections.ReasonAgainst(place.Host),
                inner
            ),
            0 => new StoreException(
                StoreError.Failed,
                $"{place.Host} cannot be reached, or broke off: check {nameof(SourceOptions.Url)} of the source, and whether this machine may connect to it.",
                inner
            ),
            401 or 403 => new StoreException(
                StoreError.Failed,
                $"{place.Host} refuses the credentials ({status}): correct {nameof(SourceOptions.AccessKey)} and {nameof(SourceOptions.Secret)} of the source, and allow them to list and to read.",
                inner
            ),
            404 or 410 => new StoreException(StoreError.Gone, $"It is not there ({status}).", inner),
            429 or 503 => new StoreException(
                StoreError.Unavailable,
                $"{place.Host} asks to be left alone ({status}): the rest waits for the next time.",
                inner
            ),
            _ => new StoreException(StoreError.Failed, $"{place.Host} answered {status}.", inner),
        };
}
