namespace SummitBot.Tests.Storage;

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly TemporaryFolder _folder = new();

    public override string Address => _folder["deep/er/bot.db"];

    public override void Dispose() => _folder.Dispose();

    internal override IEnumerable<(string Key, string Value)> Settings => [("Path", Address)];

    /// <summary>It takes the time of its host.</summary>
    internal override void SetClock(DateTimeOffset now) { }
}
