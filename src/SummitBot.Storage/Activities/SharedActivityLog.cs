using SummitBot.Hosting.Activities;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Activities;

/// <summary>
/// Served activities in a database that hosts share. While it is in trouble nothing is taken in: numbers that two hosts give
/// out for themselves would not go together.
/// </summary>
internal sealed class SharedActivityLog(IDatabase database, ActivityTables tables) : IActivityLog
{
    public Task<bool> TryStartAsync(string conversation, string userId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => ActivityTables.TryStartAsync(connection, conversation, userId),
            cancellationToken
        );

    public Task<LoggedConversation?> FindAsync(string conversation, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ActivityTables.FindAsync(connection, conversation), cancellationToken);

    public async Task<LoggedActivity> AppendAsync(
        string conversation,
        LoggedActivity activity,
        CancellationToken cancellationToken
    )
    {
        // By a name of its own, a transaction that was cut off and runs again finds what it had written.
        LoggedActivity named = activity.ClientActivityId is null
            ? activity with
            {
                ClientActivityId = $"once {Guid.NewGuid():N}",
            }
            : activity;
        LoggedActivity kept = await database.WriteAsync(
            connection => tables.AppendAsync(connection, conversation, named),
            cancellationToken
        );
        return kept with { ClientActivityId = activity.ClientActivityId };
    }

    public Task<IReadOnlyList<LoggedActivity>> ReadAsync(
        string conversation,
        long after,
        int count,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            connection => ActivityTables.ReadAsync(connection, conversation, after, count),
            cancellationToken
        );

    public Task EndAsync(string conversation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await ActivityTables.EndAsync(connection, conversation);
                return true;
            },
            cancellationToken
        );
}
