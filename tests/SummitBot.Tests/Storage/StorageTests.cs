namespace SummitBot.Tests.Storage;

/// <summary>What the stores promise on every database.</summary>
public abstract class StorageTests : IDisposable
{
    private readonly List<StorageHost> _hosts = [];

    protected StorageTests(TestDatabase database, params IEnumerable<(string Key, string Value)> settings)
    {
        ArgumentNullException.ThrowIfNull(database);
        Database = database;
        Host = Open(settings);
    }

    protected TestDatabase Database { get; }

    internal StorageHost Host { get; }

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Another process with the same database.</summary>
    internal StorageHost Open(params IEnumerable<(string Key, string Value)> settings)
    {
        StorageHost host = Database.Open(settings);
        _hosts.Add(host);
        return host;
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _hosts.ForEach(h => h.Dispose());
        Database.Dispose();
    }
}
