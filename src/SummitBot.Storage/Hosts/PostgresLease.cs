using Dapper;
using Microsoft.Extensions.Options;
using SummitBot.Hosting;
using SummitBot.Hosting.Hosts;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Hosts;

/// <summary>Leases as rows, by the clock of the database.</summary>
internal sealed class PostgresLease(IDatabase database, HostIdentity host, IOptions<StorageOptions> options)
    : IHostLease
{
    public TimeSpan Duration => TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    public async Task<bool> TryHoldAsync(string work, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO lease (work, host, held_until) VALUES (@work, @Id, (SELECT now FROM clock) + @duration)
                    ON CONFLICT (work) DO UPDATE SET host = excluded.host, held_until = excluded.held_until
                    WHERE lease.host = excluded.host OR lease.held_until < (SELECT now FROM clock)
                    """,
                    new
                    {
                        work,
                        host.Id,
                        duration = (long)Duration.TotalMilliseconds,
                    }
                ),
            cancellationToken
        ) > 0;

    public Task ReleaseAsync(string work, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync("DELETE FROM lease WHERE work = @work AND host = @Id", new { work, host.Id }),
            cancellationToken
        );
}
