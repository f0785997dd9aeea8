using System.Globalization;

namespace SummitBot.Tests.Storage;

public sealed class PostgresTestDatabase : TestDatabase
{
    private const string Template = "summitbot_template";

    private static readonly PostgresServer? Server = PostgresServer.Obstacle is null ? PostgresServer.Shared : null;
    private static readonly Lazy<bool> IsTemplateMade = new(MakeTemplate);

    private readonly string _name = $"test_{Guid.NewGuid():N}";

    public PostgresTestDatabase()
    {
        Assert.SkipWhen(PostgresServer.Obstacle is not null, PostgresServer.Obstacle ?? "");
        Assert.True(IsTemplateMade.Value);
        Server!.Execute("postgres", $"CREATE DATABASE {_name} TEMPLATE {Template}");
    }

    public override string Address => AddressFor(_name);

    public override void Dispose() { }

    internal override IEnumerable<(string Key, string Value)> Settings =>
        [("Provider", "postgres"), ("ConnectionString", Address)];

    internal override void SetClock(DateTimeOffset now) =>
        Server!.Execute(
            _name,
            string.Create(CultureInfo.InvariantCulture, $"UPDATE test_clock SET now = {now.ToUnixTimeMilliseconds()}")
        );

    private static string AddressFor(string name) => Server!.ConnectionString(name);

    /// <summary>The schema of the program, with a time that tests set.</summary>
    private static bool MakeTemplate()
    {
        Server!.Execute("postgres", $"CREATE DATABASE {Template}");
        using (
            var host = new StorageHost([
                ("Provider", "postgres"),
                ("ConnectionString", $"{AddressFor(Template)};Pooling=false"),
            ])
        )
        {
            host.Activities.FindAsync("none", CancellationToken.None).GetAwaiter().GetResult();
        }

        Server.Execute(
            Template,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                CREATE TABLE test_clock (now BIGINT NOT NULL);
                INSERT INTO test_clock VALUES ({StorageHost.Start.ToUnixTimeMilliseconds()});
                CREATE OR REPLACE VIEW clock AS SELECT now FROM test_clock;
                """
            )
        );
        return true;
    }
}
