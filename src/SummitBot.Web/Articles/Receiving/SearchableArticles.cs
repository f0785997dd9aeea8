using Microsoft.Extensions.Options;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Articles.Receiving;

/// <summary>Waits until the index has followed a change.</summary>
internal sealed class SearchableArticles(CorpusSignal signal, IOptions<ArticlesOptions> options, TimeProvider time)
{
    /// <summary>False when the index has not followed within the time that a request waits.</summary>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await signal
                .RequestRefresh()
                .WaitAsync(TimeSpan.FromSeconds(options.Value.WaitSeconds), time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
