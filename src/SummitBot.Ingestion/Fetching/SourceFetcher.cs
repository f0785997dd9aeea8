using Microsoft.Extensions.Options;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion.Fetching;

internal sealed class SourceFetcher(IOptions<CorpusOptions> options, TimeProvider time) : ISourceFetcher
{
    public async Task<FetchReport> FetchAsync(Source source, bool isDryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Options.Type is SourceType.S3 or SourceType.AzureBlob or SourceType.Git)
        {
            return await FetchStoreAsync(source, isDryRun, cancellationToken);
        }

        using var client = new WebClient(source.Options.AllowPrivateAddresses, options.Value.MaxFileBytes, time);
        return await new SourceVisit(source, client, isDryRun, time).RunAsync(cancellationToken);
    }

    private async Task<FetchReport> FetchStoreAsync(Source source, bool isDryRun, CancellationToken cancellationToken)
    {
        // A check keeps nothing, so that a repository is fetched to a place of its own.
        DirectoryInfo? passing =
            isDryRun && source.Options.Type == SourceType.Git
                ? Directory.CreateTempSubdirectory("summitbot-git-")
                : null;
        try
        {
            await using IObjectStore store = Open(source, passing?.FullName ?? Path.Combine(source.Folder, ".git"));
            return await new StoreVisit(source, store, options.Value, isDryRun, time).RunAsync(cancellationToken);
        }
        catch (StoreException e)
        {
            string place = source.Options.Type == SourceType.S3 ? $"s3://{source.Options.Bucket}" : source.Options.Url;
            return new FetchReport([new FetchedItem(new Uri(place), FetchOutcome.Failed, e.Message)]);
        }
        finally
        {
            passing?.Delete(recursive: true);
        }
    }

    /// <summary>Each client in a class of its own: the assemblies of a service are loaded when a source needs it.</summary>
    private IObjectStore Open(Source source, string gitFolder) =>
        source.Options.Type switch
        {
            SourceType.S3 => new S3Store(source.Options),
            SourceType.AzureBlob => new AzureBlobStore(source.Options),
            _ => new GitStore(source.Options, gitFolder, options.Value.MaxFileBytes, time),
        };
}
