using System.Data.Common;
using SummitBot.Core.Conversations;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Conversations;

/// <summary>Conversations in the database, and in memory while that is in trouble.</summary>
internal sealed class ConversationStore(
    IDatabase database,
    ConversationTables tables,
    MemoryConversations memory,
    StorageHealth health
) : IConversationStore
{
    public Task AppendAsync(AnsweredTurn turn, CancellationToken cancellationToken) =>
        WriteAsync(
            connection => ConversationTables.AppendAsync(connection, turn),
            () => memory.Append(turn),
            cancellationToken
        );

    public async Task<IReadOnlyList<AnsweredTurn>> RecentAsync(
        ConversationKey conversation,
        int count,
        CancellationToken cancellationToken
    ) =>
        memory.Merge(
            conversation,
            await ReadAsync(connection => tables.RecentAsync(connection, conversation, count), [], cancellationToken),
            count
        );

    public Task<IReadOnlyList<AnsweredTurn>> AskedSinceAsync(
        DateTimeOffset since,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(connection => tables.AskedSinceAsync(connection, since, count), [], cancellationToken);

    public Task<IReadOnlyList<ConversationSummary>> ListAsync(int count, CancellationToken cancellationToken) =>
        ReadAsync(connection => ConversationTables.ListAsync(connection, count), [], cancellationToken);

    public Task ResetAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        WriteAsync(
            async connection =>
            {
                await ConversationTables.ResetAsync(connection, conversation);
                memory.Remove(conversation);
            },
            () => memory.Forget(conversation),
            cancellationToken
        );

    public Task DeleteAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await ConversationTables.DeleteAsync(connection, conversation);
                memory.Remove(conversation);
                return true;
            },
            cancellationToken
        );

    public async Task<bool> HasAnswerAsync(
        ConversationKey conversation,
        string answerActivityId,
        CancellationToken cancellationToken
    ) =>
        memory.HasAnswer(conversation, answerActivityId)
        || await ReadAsync(
            connection => ConversationTables.HasAnswerAsync(connection, conversation, answerActivityId),
            false,
            cancellationToken
        );

    public Task<bool> TryMarkWelcomedAsync(
        ConversationKey conversation,
        string? turn,
        CancellationToken cancellationToken
    ) =>
        health.WriteAsync(
            () =>
                database.WriteAsync(
                    connection => ConversationTables.TryMarkWelcomedAsync(connection, conversation, turn),
                    cancellationToken
                ),
            () => memory.TryMarkWelcomed(conversation)
        );

    private Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, T nothing, CancellationToken cancellationToken) =>
        health.ReadAsync(() => database.ReadAsync(read, cancellationToken), () => nothing);

    private Task WriteAsync(Func<DbConnection, Task> write, Func<bool> remember, CancellationToken cancellationToken) =>
        health.WriteAsync(
            () =>
                database.WriteAsync(
                    async connection =>
                    {
                        await write(connection);
                        return true;
                    },
                    cancellationToken
                ),
            remember
        );
}
