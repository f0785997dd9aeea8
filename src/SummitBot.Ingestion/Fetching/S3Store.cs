using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion.Fetching;

/// <summary>A bucket of Amazon S3, or of a service that speaks its protocol.</summary>
internal sealed class S3Store : IObjectStore
{
    private readonly SourceOptions _options;
    private readonly HttpClient _http;
    private readonly AmazonS3Client _client;

    /// <exception cref="StoreException">The settings and the machine do not say where or who we are.</exception>
    public S3Store(SourceOptions options)
    {
        _options = options;
        Address = new Uri($"s3://{options.Bucket}");
        _http = GuardedConnections.CreateClient(options.AllowPrivateAddresses);
        try
        {
            _client = Create(options, new SharedHttpClient(_http));
        }
        catch (AmazonClientException e)
        {
            _http.Dispose();
            throw NotConfigured(e);
        }
    }

    public Uri Address { get; }

    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    public int MaxParallelReads => 4;

    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _options.Bucket, Prefix = _options.Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await ListPageAsync(request, cancellationToken);
            foreach (S3Object stored in page.S3Objects ?? [])
            {
                yield return new StoredObject(
                    stored.Key,
                    stored.Size ?? 0,
                    stored.ETag?.Trim('"') ?? "",
                    StoredFileName.FindObstacle(stored.Key, keepsDots: true)
                );
            }

            request.ContinuationToken = page.NextContinuationToken;
        } while (page.IsTruncated == true);
    }

    public async Task<OpenedObject> OpenAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        try
        {
            GetObjectResponse response = await _client.GetObjectAsync(
                new GetObjectRequest { BucketName = _options.Bucket, Key = stored.Key },
                cancellationToken
            );
            return new OpenedObject(response.ResponseStream, response.ETag?.Trim('"') ?? stored.ETag);
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            throw Explain(e)!;
        }
    }

    public StoreException? Explain(Exception exception) =>
        exception switch
        {
            AmazonServiceException e => StoreException.From((int)e.StatusCode, GetHost(), e),
            AmazonClientException e => new StoreException(
                StoreError.Failed,
                $"What {GetHost().Host} sent is not what it says of it.",
                e
            ),
            _ when StoreException.IsBroken(exception) => StoreException.From(0, GetHost(), exception),
            _ => null,
        };

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static AmazonS3Client Create(SourceOptions options, HttpClientFactory http)
    {
        var config = new AmazonS3Config
        {
            HttpClientFactory = http,
            MaxErrorRetry = 2,
            // Services that speak the protocol do not all know the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Url.Length > 0)
        {
            config.ServiceURL = options.Url;
            config.ForcePathStyle = true;
            config.AuthenticationRegion = options.Region.Length > 0 ? options.Region : "us-east-1";
        }
        else if (options.Region.Length > 0)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        return options switch
        {
            { Anonymous: true } => new AmazonS3Client(new AnonymousAWSCredentials(), config),
            { Secret.Length: > 0 } => new AmazonS3Client(
                new BasicAWSCredentials(options.AccessKey, options.Secret),
                config
            ),
            _ => new AmazonS3Client(config),
        };
    }

    private static StoreException NotConfigured(AmazonClientException e) =>
        new(
            StoreError.Unavailable,
            $"The request could not be made: set {nameof(SourceOptions.Region)}, {nameof(SourceOptions.AccessKey)} and {nameof(SourceOptions.Secret)} of the source, or what the AWS SDK looks for (AWS_REGION, AWS_ACCESS_KEY_ID, a profile, a role). {e.Message}",
            e
        );

    private Uri GetHost() => _options.Url.Length > 0 ? new Uri(_options.Url) : Address;

    private async Task<ListObjectsV2Response> ListPageAsync(
        ListObjectsV2Request request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            ListObjectsV2Response page = await _client.ListObjectsV2Async(request, cancellationToken);
            // An answer that is no listing reads as an empty one, by which everything would be gone.
            return page.IsTruncated is not null
                ? page
                : throw new StoreException(
                    StoreError.Failed,
                    $"{GetHost().Host} answered with something that is no listing."
                );
        }
        catch (AmazonServiceException e) when (e.ErrorCode is "PermanentRedirect" or "AuthorizationHeaderMalformed")
        {
            throw new StoreException(
                StoreError.Failed,
                $"The bucket '{_options.Bucket}' is in another region: correct {nameof(SourceOptions.Region)} of the source.",
                e
            );
        }
        catch (AmazonClientException e)
        {
            throw NotConfigured(e);
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            throw Explain(e) is { Error: StoreError.Gone }
                ? new StoreException(
                    StoreError.Failed,
                    $"There is no bucket '{_options.Bucket}' at {GetHost().Host}: correct {nameof(SourceOptions.Bucket)} of the source, and {nameof(SourceOptions.Url)} if it is not at Amazon.",
                    e
                )
                : Explain(e)!;
        }
    }

    private sealed class SharedHttpClient(HttpClient client) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
