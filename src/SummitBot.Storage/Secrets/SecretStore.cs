using Dapper;
using SummitBot.Hosting.Secrets;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Secrets;

internal sealed class SecretStore(IDatabase database) : ISecretStore
{
    public Task<byte[]> GetOrAddAsync(string name, Func<byte[]> create, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync(
                    "INSERT INTO secret (name, value) VALUES (@name, @value) ON CONFLICT DO NOTHING",
                    new { name, value = create() }
                );
                return (
                    await connection.ExecuteScalarAsync<byte[]>(
                        "SELECT value FROM secret WHERE name = @name",
                        new { name }
                    )
                )!;
            },
            cancellationToken
        );
}
