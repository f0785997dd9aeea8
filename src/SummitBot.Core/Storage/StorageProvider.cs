namespace SummitBot.Core.Storage;

public enum StorageProvider
{
    /// <summary>A file of one machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server that any number of hosts share.</summary>
    Postgres,
}
