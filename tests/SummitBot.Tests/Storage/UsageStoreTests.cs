using SummitBot.Core.Models;

namespace SummitBot.Tests.Storage;

public abstract class UsageStoreTests(TestDatabase database) : StorageTests(database)
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    public sealed class OnSqlite() : UsageStoreTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : UsageStoreTests(new PostgresTestDatabase());

    [Fact]
    public async Task AddAsync_CountsForAllHosts_ByDayAndKey()
    {
        StorageHost other = Open();
        var call = new UsageAmount(1, 200, 30);
        await Host.Usage.AddAsync(Today, ["all", "user a"], call, Cancelled);

        IReadOnlyList<UsageAmount> sums = await other.Usage.AddAsync(Today, ["user b", "all"], call, Cancelled);

        Assert.Equal([call, new UsageAmount(2, 400, 60)], sums);
        Assert.Equal([call], await Host.Usage.AddAsync(Today.AddDays(1), ["all"], call, Cancelled));
    }

    [Fact]
    public async Task AddAsync_ByManyAtOnce_LosesNothing()
    {
        StorageHost[] hosts = [Host, Open()];
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    Task.Run(
                        () =>
                            hosts[i % 2].Usage.AddAsync(Today, ["all", "user a"], new UsageAmount(1, 1, 1), Cancelled),
                        Cancelled
                    )
                )
        );

        IReadOnlyList<UsageAmount> sums = await Host.Usage.AddAsync(Today, ["all"], default, Cancelled);
        Assert.Equal([new UsageAmount(40, 40, 40)], sums);
    }
}
