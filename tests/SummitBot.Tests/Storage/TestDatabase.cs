namespace SummitBot.Tests.Storage;

/// <summary>An empty database for one test, with a clock of the test.</summary>
public abstract class TestDatabase : IDisposable
{
    /// <summary>What tells another process of it: the file, or the connection string.</summary>
    public abstract string Address { get; }

    public abstract void Dispose();

    /// <summary>The settings that name it.</summary>
    internal abstract IEnumerable<(string Key, string Value)> Settings { get; }

    private readonly List<StorageHost> _hosts = [];

    /// <summary>Opens it as a process does. Time passes for all at once.</summary>
    internal StorageHost Open(params IEnumerable<(string Key, string Value)> settings)
    {
        var host = new StorageHost([.. Settings, .. settings]) { SetClock = SetClocks };
        if (_hosts.Count > 0)
        {
            host.Time.SetUtcNow(_hosts[0].Time.GetUtcNow());
        }

        _hosts.Add(host);
        return host;
    }

    /// <summary>Sets the database's own clock, when it has one.</summary>
    internal abstract void SetClock(DateTimeOffset now);

    private void SetClocks(DateTimeOffset now)
    {
        SetClock(now);
        foreach (StorageHost host in _hosts.Where(h => h.Time.GetUtcNow() < now))
        {
            host.Time.SetUtcNow(now);
        }
    }
}
