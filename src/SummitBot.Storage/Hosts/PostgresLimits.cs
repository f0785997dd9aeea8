using Dapper;
using SummitBot.Hosting.Hosts;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Hosts;

/// <summary>
/// Token buckets by the generic cell rate algorithm: of each bucket only the time is kept at which it is full again.
/// </summary>
internal sealed class PostgresLimits(IDatabase database) : ISharedLimits
{
    /// <summary>In the order of their keys, so that no two hosts wait for each other.</summary>
    public Task<TimeSpan?> TryTakeAsync(IReadOnlyList<SharedLimit> limits, CancellationToken cancellationToken) =>
        database.WriteAsync<TimeSpan?>(
            async connection =>
            {
                TimeSpan? longest = null;
                foreach (SharedLimit limit in limits.OrderBy(l => l.Key, StringComparer.Ordinal))
                {
                    long window = (long)limit.Window.TotalMicroseconds;
                    long cost = Math.Max(1, window / limit.Permits * limit.Cost);
                    // A bucket that has too little left is not touched; the lock on its row keeps until the end.
                    long wait = await connection.QuerySingleAsync<long>(
                        """
                        WITH bucket AS (
                            INSERT INTO rate_limit (key, full_at) VALUES (@Key, (SELECT now FROM clock) * 1000)
                            ON CONFLICT (key) DO UPDATE SET full_at = greatest(rate_limit.full_at, (SELECT now FROM clock) * 1000)
                            RETURNING full_at)
                        SELECT full_at - (SELECT now FROM clock) * 1000 + @cost - @window FROM bucket
                        """,
                        new
                        {
                            limit.Key,
                            cost,
                            window,
                        }
                    );
                    longest = wait > 0 ? Max(longest, TimeSpan.FromMicroseconds(wait)) : longest;
                }

                if (longest is null)
                {
                    foreach (SharedLimit limit in limits)
                    {
                        long cost = Math.Max(1, (long)limit.Window.TotalMicroseconds / limit.Permits * limit.Cost);
                        await connection.ExecuteAsync(
                            "UPDATE rate_limit SET full_at = full_at + @cost WHERE key = @Key",
                            new { limit.Key, cost }
                        );
                    }
                }

                return longest;
            },
            cancellationToken
        );

    private static TimeSpan Max(TimeSpan? one, TimeSpan other) => one > other ? one.Value : other;
}
