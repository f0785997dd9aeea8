using System.Globalization;
using Dapper;
using SummitBot.Core.Models;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Hosts;

internal sealed class UsageStore(IDatabase database) : IUsageStore
{
    public Task<IReadOnlyList<UsageAmount>> AddAsync(
        DateOnly day,
        IReadOnlyList<string> keys,
        UsageAmount amount,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync<IReadOnlyList<UsageAmount>>(
            async connection =>
            {
                var sums = new List<UsageAmount>();
                foreach (string key in keys)
                {
                    (long requests, long input, long output) = await connection.QuerySingleAsync<(long, long, long)>(
                        """
                        INSERT INTO model_usage (day, key, requests, input, output)
                        VALUES (@day, @key, @Requests, @Input, @Output)
                        ON CONFLICT (day, key) DO UPDATE SET requests = model_usage.requests + @Requests,
                            input = model_usage.input + @Input, output = model_usage.output + @Output
                        RETURNING requests, input, output
                        """,
                        new
                        {
                            day = day.ToString("O", CultureInfo.InvariantCulture),
                            key,
                            amount.Requests,
                            amount.Input,
                            amount.Output,
                        }
                    );
                    sums.Add(new UsageAmount(requests, input, output));
                }

                return sums;
            },
            cancellationToken
        );
}
