using System.Runtime.CompilerServices;
using Azure;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion.Fetching;

/// <summary>A container of Azure Blob Storage.</summary>
internal sealed class AzureBlobStore : IObjectStore
{
    private readonly HttpClient _http;
    private readonly HttpClientTransport _transport;
    private readonly BlobContainerClient _client;
    private readonly string _prefix;

    /// <exception cref="StoreException">The secret is neither an account key nor a shared access signature.</exception>
    public AzureBlobStore(SourceOptions options)
    {
        Address = new Uri(options.Url);
        _prefix = options.Prefix;
        _http = GuardedConnections.CreateClient(options.AllowPrivateAddresses);
        _transport = new HttpClientTransport(_http);
        try
        {
            _client = Create(options, _transport);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            _transport.Dispose();
            _http.Dispose();
            throw new StoreException(
                StoreError.Failed,
                $"{nameof(SourceOptions.Secret)} is neither a key of the storage account nor a shared access signature: copy it anew, or leave it empty to sign in with an identity.",
                e
            );
        }
    }

    public Uri Address { get; }

    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    public int MaxParallelReads => 4;

    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<BlobItem> blobs = _client
            .GetBlobsAsync(
                new GetBlobsOptions { Prefix = _prefix.Length > 0 ? _prefix : null },
                cancellationToken: cancellationToken
            )
            .GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(blobs))
        {
            BlobItemProperties properties = blobs.Current.Properties;
            yield return new StoredObject(
                blobs.Current.Name,
                properties.ContentLength ?? 0,
                properties.ETag?.ToString().Trim('"') ?? "",
                StoredFileName.FindObstacle(blobs.Current.Name, keepsDots: false)
            );
        }
    }

    public async Task<OpenedObject> OpenAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        try
        {
            Response<BlobDownloadStreamingResult> response = await _client
                .GetBlobClient(stored.Key)
                .DownloadStreamingAsync(cancellationToken: cancellationToken);
            return new OpenedObject(response.Value.Content, response.Value.Details.ETag.ToString().Trim('"'));
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            throw Explain(e)!;
        }
    }

    public StoreException? Explain(Exception exception) =>
        exception switch
        {
            RequestFailedException e => StoreException.From(e.Status, Address, e),
            AuthenticationFailedException e => new StoreException(
                StoreError.Unavailable,
                $"No identity could be signed in for {Address.Host}: sign in with `az login`, give the host a managed identity, or set {nameof(SourceOptions.Secret)} of the source.",
                e
            ),
            // The client throws it when several tries have failed without an answer.
            AggregateException e => e.InnerExceptions.Select(Explain).FirstOrDefault(reason => reason is not null),
            _ when StoreException.IsBroken(exception) => StoreException.From(0, Address, exception),
            _ => null,
        };

    public ValueTask DisposeAsync()
    {
        _transport.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static BlobContainerClient Create(SourceOptions options, HttpClientTransport transport)
    {
        var address = new Uri(options.Url);
        var client = new BlobClientOptions
        {
            Transport = transport,
            Retry =
            {
                MaxRetries = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(5),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
            },
            Diagnostics = { IsTelemetryEnabled = false, IsLoggingEnabled = false },
        };
        return options switch
        {
            { Anonymous: true } => new BlobContainerClient(address, client),
            { Secret: "" } => new BlobContainerClient(address, new DefaultAzureCredential(), client),
            _ when options.Secret.Contains("sig=", StringComparison.Ordinal) => new BlobContainerClient(
                address,
                new AzureSasCredential(options.Secret.TrimStart('?')),
                client
            ),
            _ => new BlobContainerClient(
                address,
                new StorageSharedKeyCredential(new BlobUriBuilder(address).AccountName, options.Secret),
                client
            ),
        };
    }

    private async Task<bool> MoveNextAsync(IAsyncEnumerator<BlobItem> blobs)
    {
        try
        {
            return await blobs.MoveNextAsync();
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            throw Explain(e) is { Error: StoreError.Gone }
                ? new StoreException(
                    StoreError.Failed,
                    $"There is no such container at {Address.Host}: correct {nameof(SourceOptions.Url)} of the source.",
                    e
                )
                : Explain(e)!;
        }
    }
}
