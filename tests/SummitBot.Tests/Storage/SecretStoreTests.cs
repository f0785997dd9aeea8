namespace SummitBot.Tests.Storage;

public abstract class SecretStoreTests(TestDatabase database) : StorageTests(database)
{
    public sealed class OnSqlite() : SecretStoreTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : SecretStoreTests(new PostgresTestDatabase());

    [Fact]
    public async Task GetOrAddAsync_GivesAllHostsTheSame()
    {
        StorageHost[] hosts = [Host, .. Enumerable.Range(0, 5).Select(_ => Open())];

        byte[][] keys = await Task.WhenAll(
            hosts.Select(
                (host, i) => Task.Run(() => host.Secrets.GetOrAddAsync("key", () => [(byte)i], Cancelled), Cancelled)
            )
        );

        Assert.Single(keys.Select(k => k[0]).Distinct());
        Assert.Equal([7], await Host.Secrets.GetOrAddAsync("another", () => [7], Cancelled));
    }
}
