using Microsoft.Data.Sqlite;
using SummitBot.Core.Answers;
using SummitBot.Core.Reviews;
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
        var filter = new TurnFilter { Outcome = AnswerOutcome.Answered, Words = "CUT ÖDA" };
        Assert.Single((await host.Reviews.FindAsync(filter, Cancelled)).Turns);
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

    [Fact]
    public async Task ADatabaseOfAServer_IsBroughtUpToDate_WhateverItsAnswersAre()
    {
        Assert.SkipWhen(PostgresServer.Obstacle is not null, PostgresServer.Obstacle ?? "");
        string name = $"test_{Guid.NewGuid():N}";
        PostgresServer.Shared.Execute("postgres", $"CREATE DATABASE {name}");
        PostgresServer.Shared.Execute(
            name,
            ReadScript("Postgres/0001-all.sql")
                + """
                CREATE TABLE schema_version (version BIGINT NOT NULL);
                INSERT INTO schema_version VALUES (1);
                INSERT INTO conversation (channel, id, started_at, last_active_at) VALUES ('directline', 'one', 1000, 1000);
                INSERT INTO turn (channel, conversation, user_id, asked_at, answer, refers_after)
                SELECT 'directline', 'one', 'visitor', 1000, answer, 0 FROM (VALUES
                    ('no JSON'),
                    ('{"question":"A \u0000?","outcome":"answered","kind":"answer","text":"Bert."}'),
                    ('{"question":"Who cut it?","outcome":"answered","kind":"answer","text":"Ada. [1]"}')
                ) AS answers (answer);
                """
        );

        using var host = new StorageHost([
            ("Provider", "postgres"),
            ("ConnectionString", PostgresServer.Shared.ConnectionString(name)),
        ]);
        var filter = new TurnFilter { Outcome = AnswerOutcome.Answered };
        Assert.Equal(
            "Who cut it?",
            Assert
                .Single((await host.Reviews.FindAsync(filter with { Words = "CUT ADA" }, Cancelled)).Turns)
                .Turn.Answer.Question
        );
        TurnPage first = await host.Reviews.FindAsync(new TurnFilter { Count = 2 }, Cancelled);
        Assert.Equal((2, 2L), (first.Turns.Count, first.Next));
        Assert.Empty((await host.Reviews.FindAsync(new TurnFilter { Before = first.Next }, Cancelled)).Turns);
    }

    /// <summary>A database with the first version of the schema and one turn.</summary>
    private void CreateFirstVersion()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            ReadScript("Sqlite/0001-conversations.sql")
            + """
                PRAGMA application_id = 0x5375426F;
                PRAGMA user_version = 1;
                INSERT INTO conversation (channel, id, started_at, last_active_at) VALUES ('directline', 'one', 1000, 1000);
                INSERT INTO turn (channel, conversation, user_id, asked_at, answer, refers_after) VALUES (
                    'directline', 'one', 'visitor', 1000,
                    '{"question":"Who cut it?","outcome":"answered","kind":"answer","text":"Öda. [1]"}', 0);
                """;
        command.ExecuteNonQuery();
    }

    private static string ReadScript(string name)
    {
        using var reader = new StreamReader(
            typeof(StorageServiceCollectionExtensions).Assembly.GetManifestResourceStream($"Schema/{name}")!
        );
        return reader.ReadToEnd();
    }
}
