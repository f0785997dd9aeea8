using Microsoft.Data.Sqlite;
using SummitBot.Storage;

namespace SummitBot.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["bot.db"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ADatabaseOfAnEarlierVersion_IsBroughtUpToDate_WithAllThatItHolds()
    {
        CreateFirstVersion();

        using var host = new StorageHost(Path);
        Assert.Equal(["Who cut it?"], await host.RecentQuestionsAsync());
        await host.Activities.TryStartAsync("live", "visitor", Cancelled);
        Assert.Equal(1, (await host.LogAsync("a")).Number);
        Assert.Empty(host.Logs.Lines);
    }

    [Fact]
    public async Task ManyHostsThatOpenAnOldDatabaseAtOnce_BringItUpToDateOnce()
    {
        CreateFirstVersion();
        StorageHost[] hosts = [.. Enumerable.Range(0, 6).Select(_ => new StorageHost(Path))];

        byte[][] keys = await Task.WhenAll(
            hosts.Select(
                (host, i) => Task.Run(() => host.Secrets.GetOrAddAsync("key", () => [(byte)i], Cancelled), Cancelled)
            )
        );

        Assert.Single(keys.Select(k => k[0]).Distinct());
        foreach (StorageHost host in hosts)
        {
            Assert.Equal(["Who cut it?"], await host.RecentQuestionsAsync());
            Assert.Empty(host.Logs.Lines);
            host.Dispose();
        }
    }

    [Fact]
    public async Task ASecret_SurvivesARestart()
    {
        byte[] made;
        using (var host = new StorageHost(Path))
        {
            made = await host.Secrets.GetOrAddAsync("key", () => [1, 2, 3], Cancelled);
        }

        using var restarted = new StorageHost(Path);
        Assert.Equal(made, await restarted.Secrets.GetOrAddAsync("key", () => [4, 5, 6], Cancelled));
        Assert.Equal([7], await restarted.Secrets.GetOrAddAsync("another", () => [7], Cancelled));
    }

    /// <summary>A database as the first version of the schema had it, with one turn.</summary>
    private void CreateFirstVersion()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            FirstScript()
            + """
                PRAGMA application_id = 0x5375426F;
                PRAGMA user_version = 1;
                INSERT INTO conversation (channel, id, started_at, last_active_at) VALUES ('directline', 'one', 1000, 1000);
                INSERT INTO turn (channel, conversation, user_id, asked_at, answer, refers_after) VALUES (
                    'directline', 'one', 'visitor', 1000,
                    '{"question":"Who cut it?","outcome":"answered","kind":"answer","text":"Ada. [1]"}', 0);
                """;
        command.ExecuteNonQuery();
    }

    private static string FirstScript()
    {
        using var reader = new StreamReader(
            typeof(StorageServiceCollectionExtensions).Assembly.GetManifestResourceStream(
                "Schema/Sqlite/0001-conversations.sql"
            )!
        );
        return reader.ReadToEnd();
    }
}
