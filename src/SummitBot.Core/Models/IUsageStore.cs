using SummitBot.Core.Storage;

namespace SummitBot.Core.Models;

/// <summary>What language models were used for, by day; what a restart does not reset and all hosts count together.</summary>
public interface IUsageStore
{
    /// <summary>Adds the same amount to each of the keys.</summary>
    /// <returns>The sums of that day after it, in the order of the keys.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was counted.</exception>
    Task<IReadOnlyList<UsageAmount>> AddAsync(
        DateOnly day,
        IReadOnlyList<string> keys,
        UsageAmount amount,
        CancellationToken cancellationToken
    );
}
