using Microsoft.Extensions.Options;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion.Fetching;

internal sealed class SourceFetcher(IOptions<CorpusOptions> options, TimeProvider time) : ISourceFetcher
{
    public async Task<FetchReport> FetchAsync(Source source, bool isDryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var client = new WebClient(source.Options.AllowPrivateAddresses, options.Value.MaxFileBytes, time);
        return await new SourceVisit(source, client, isDryRun, time).RunAsync(cancellationToken);
    }
}
