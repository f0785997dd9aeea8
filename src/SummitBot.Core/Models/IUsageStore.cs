using SummitBot.Core.Storage;

namespace SummitBot.Core.Models;

/// <summary>The use of language models by day, which survives restarts and is shared by all hosts.</summary>
public interface IUsageStore
{
    /// <summary>Adds the same amount to each of the keys.</summary>
    /// <returns>The new sums of that day, in the order of the keys.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was counted.</exception>
    Task<IReadOnlyList<UsageAmount>> AddAsync(
        DateOnly day,
        IReadOnlyList<string> keys,
        UsageAmount amount,
        CancellationToken cancellationToken
    );
}
