namespace SummitBot.Core.Corpus;

/// <summary>Brings the folder of a fetched source up to date with its place.</summary>
public interface ISourceFetcher
{
    /// <summary>
    /// Fetches what is new, and takes away what is gone. What cannot be had now stays as it was fetched last: only
    /// cancellation throws.
    /// </summary>
    /// <param name="isDryRun">True to tell what would come in, and to keep nothing.</param>
    Task<FetchReport> FetchAsync(Source source, bool isDryRun, CancellationToken cancellationToken);
}
