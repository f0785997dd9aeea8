using System.Data.Common;
using SummitBot.Hosting.Activities;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Activities;

/// <summary>Served activities in the database, and in memory while that is in trouble.</summary>
internal sealed class SqliteActivityLog(
    IDatabase database,
    ActivityTables tables,
    MemoryActivities memory,
    StorageHealth health
) : IActivityLog
{
    public async Task<bool> TryStartAsync(string conversation, string userId, CancellationToken cancellationToken)
    {
        return await health.WriteAsync(StartAsync, () => memory.TryStart(conversation, userId));

        async Task<bool> StartAsync()
        {
            bool isNew = await database.WriteAsync(
                connection => ActivityTables.TryStartAsync(connection, conversation, userId),
                cancellationToken
            );
            return isNew && memory.TryStart(conversation, userId);
        }
    }

    public Task<LoggedConversation?> FindAsync(string conversation, CancellationToken cancellationToken)
    {
        return health.ReadAsync(ReadAsync, () => memory.Merge(conversation, kept: null));

        async Task<LoggedConversation?> ReadAsync() =>
            memory.Merge(
                conversation,
                await database.ReadAsync(
                    connection => ActivityTables.FindAsync(connection, conversation),
                    cancellationToken
                )
            );
    }

    public Task<LoggedActivity> AppendAsync(
        string conversation,
        LoggedActivity activity,
        CancellationToken cancellationToken
    )
    {
        return health.WriteAsync(WriteAsync, () => memory.Append(conversation, activity));

        async Task<LoggedActivity> WriteAsync()
        {
            (string userId, IReadOnlyList<LoggedActivity> unsaved) = memory.Unsaved(conversation);
            LoggedActivity numbered = await database.WriteAsync(
                async connection =>
                {
                    await SaveRestAsync(connection, conversation, userId, unsaved);
                    return await tables.AppendAsync(connection, conversation, activity);
                },
                cancellationToken
            );
            memory.MarkSaved(conversation, unsaved, numbered.Number);
            return numbered;
        }
    }

    public async Task<IReadOnlyList<LoggedActivity>> ReadAsync(
        string conversation,
        long after,
        int count,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<LoggedActivity> kept = await health.ReadAsync(
            () =>
                database.ReadAsync(
                    connection => ActivityTables.ReadAsync(connection, conversation, after, count),
                    cancellationToken
                ),
            () => []
        );
        IReadOnlyList<LoggedActivity> unsaved = memory.Unsaved(conversation).Activities;
        return unsaved.Count == 0
            ? kept
            :
            [
                .. kept.Concat(unsaved.Where(a => a.Number > after))
                    .DistinctBy(a => a.Id, StringComparer.Ordinal)
                    .OrderBy(a => a.Number)
                    .Take(count),
            ];
    }

    public async Task EndAsync(string conversation, CancellationToken cancellationToken)
    {
        memory.End(conversation);
        await health.WriteAsync(
            () =>
                database.WriteAsync(
                    async connection =>
                    {
                        await ActivityTables.EndAsync(connection, conversation);
                        return true;
                    },
                    cancellationToken
                ),
            () => false
        );
    }

    /// <summary>
    /// What came while the database was in trouble, in its place before what comes now. Another append may have saved it
    /// since it was taken from memory.
    /// </summary>
    private async Task SaveRestAsync(
        DbConnection connection,
        string conversation,
        string userId,
        IReadOnlyList<LoggedActivity> unsaved
    )
    {
        if (unsaved.Count == 0)
        {
            return;
        }

        await ActivityTables.TryStartAsync(connection, conversation, userId);
        foreach (LoggedActivity activity in unsaved)
        {
            if (await ActivityTables.FindByIdAsync(connection, conversation, activity.Id) is null)
            {
                await tables.AppendAsync(connection, conversation, activity);
            }
        }
    }
}
