using SummitBot.Hosting.Secrets;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Secrets;

internal sealed class SqliteSecretStore(SqliteDatabase database) : ISecretStore
{
    public Task<byte[]> GetOrAddAsync(string name, Func<byte[]> create, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                const string Find = "SELECT value FROM secret WHERE name = $name";
                if (connection.Scalar<byte[]>(Find, ("$name", name)) is { } present)
                {
                    return present;
                }

                byte[] value = create();
                connection.Execute(
                    "INSERT INTO secret (name, value) VALUES ($name, $value)",
                    ("$name", name),
                    ("$value", value)
                );
                return value;
            },
            cancellationToken
        );
}
