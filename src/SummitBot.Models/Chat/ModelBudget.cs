using Microsoft.Extensions.Options;
using SummitBot.Core.Models;
using SummitBot.Core.Storage;

namespace SummitBot.Models.Chat;

/// <summary>
/// What models may still cost today (UTC): requests, tokens and money, by conversation, by person and in all. Counted in the
/// database, with all hosts that share it; in memory where there is none. What no limit asks for is not counted. Thread-safe.
/// </summary>
internal sealed class ModelBudget(IUsageStore? store, IOptions<ModelOptions> options, TimeProvider time)
{
    private readonly MemoryUsage _memory = new();

    /// <summary>Counts a request that is about to be made; false when a limit is reached, and then counts nothing.</summary>
    public async ValueTask<bool> TryBeginAsync(string? conversation, string? user, CancellationToken cancellationToken)
    {
        (string Key, Func<UsageAmount, bool> IsSpent)[] limits = [.. FindLimits(conversation, user)];
        var request = new UsageAmount(1, 0, 0);
        IReadOnlyList<UsageAmount> sums = await AddAsync(limits.Select(l => l.Key), request, cancellationToken);
        var takenBack = new UsageAmount(-1, 0, 0);
        if (!limits.Zip(sums).Any(l => l.First.IsSpent(l.Second.Plus(takenBack))))
        {
            return true;
        }

        await AddAsync(limits.Select(l => l.Key), takenBack, CancellationToken.None);
        return false;
    }

    /// <summary>Counts what a request took, and further requests that it led to.</summary>
    public async ValueTask ChargeAsync(
        string? conversation,
        string? user,
        int furtherRequests,
        int input,
        int output
    ) =>
        // It was spent, whatever ends the answer.
        await AddAsync(
            FindLimits(conversation, user).Select(l => l.Key),
            new UsageAmount(furtherRequests, input, output),
            CancellationToken.None
        );

    /// <summary>By the settings' prices; null when there is none.</summary>
    public decimal? ComputeCost(long input, long output)
    {
        const decimal Million = 1_000_000;
        ModelOptions prices = options.Value;
        return prices.InputPrice == 0 && prices.OutputPrice == 0
            ? null
            : ((input * prices.InputPrice) + (output * prices.OutputPrice)) / Million;
    }

    /// <summary>The limits that are set and hold for this request.</summary>
    private IEnumerable<(string Key, Func<UsageAmount, bool> IsSpent)> FindLimits(string? conversation, string? user)
    {
        ModelOptions limits = options.Value;
        if (limits.DayRequests > 0 || limits.DayTokens > 0 || limits.DayCost > 0)
        {
            yield return (
                UsageKeys.All,
                used =>
                    Reaches(used, limits.DayRequests, limits.DayTokens)
                    || (limits.DayCost > 0 && ComputeCost(used.Input, used.Output) >= limits.DayCost)
            );
        }

        if (conversation is not null && (limits.ConversationRequests > 0 || limits.ConversationTokens > 0))
        {
            yield return (
                UsageKeys.ForConversation(conversation),
                used => Reaches(used, limits.ConversationRequests, limits.ConversationTokens)
            );
        }

        if (user is not null && (limits.UserRequests > 0 || limits.UserTokens > 0))
        {
            yield return (UsageKeys.ForUser(user), used => Reaches(used, limits.UserRequests, limits.UserTokens));
        }
    }

    private async ValueTask<IReadOnlyList<UsageAmount>> AddAsync(
        IEnumerable<string> keys,
        UsageAmount amount,
        CancellationToken cancellationToken
    )
    {
        string[] names = [.. keys];
        if (names.Length == 0)
        {
            return [];
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        try
        {
            return await (store ?? _memory).AddAsync(today, names, amount, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            return await _memory.AddAsync(today, names, amount, cancellationToken);
        }
    }

    private static bool Reaches(UsageAmount used, int requests, int tokens) =>
        (requests > 0 && used.Requests >= requests) || (tokens > 0 && used.Input + used.Output >= tokens);
}
