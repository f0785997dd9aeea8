using Microsoft.Data.Sqlite;

namespace SummitBot.Storage.Database;

/// <summary>One-line helpers for commands.</summary>
internal static class SqliteCommands
{
    /// <summary>Runs a statement, or several.</summary>
    /// <returns>The rows that changed.</returns>
    public static int Execute(
        this SqliteConnection connection,
        string sql,
        params IEnumerable<(string Name, object? Value)> parameters
    )
    {
        using SqliteCommand command = Create(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; the default of <typeparamref name="T"/> when there is none or it is NULL.</summary>
    public static T? Scalar<T>(
        this SqliteConnection connection,
        string sql,
        params IEnumerable<(string Name, object? Value)> parameters
    )
    {
        using SqliteCommand command = Create(connection, sql, parameters);
        return command.ExecuteScalar() is T value ? value : default;
    }

    /// <summary>All rows.</summary>
    public static List<T> Query<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params IEnumerable<(string Name, object? Value)> parameters
    )
    {
        using SqliteCommand command = Create(connection, sql, parameters);
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static string? TextOrNull(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static DateTimeOffset Time(this SqliteDataReader reader, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    /// <param name="sql">A constant: it never contains outside data.</param>
    private static SqliteCommand Create(
        SqliteConnection connection,
        string sql,
        IEnumerable<(string Name, object? Value)> parameters
    )
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
