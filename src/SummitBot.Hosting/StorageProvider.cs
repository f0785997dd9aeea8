namespace SummitBot.Hosting;

public enum StorageProvider
{
    /// <summary>A file of one machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server that any number of hosts share.</summary>
    Postgres,
}
