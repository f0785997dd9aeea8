using Microsoft.Data.Sqlite;
using SummitBot.Core.Conversations;
using SummitBot.Storage.Database;

namespace SummitBot.Storage.Conversations;

/// <summary>Conversations in the database, and in memory while the database fails.</summary>
internal sealed class ConversationStore(
    SqliteDatabase database,
    SqliteConversations tables,
    MemoryConversations memory,
    StorageHealth health
) : IConversationStore
{
    public Task AppendAsync(AnsweredTurn turn, CancellationToken cancellationToken) =>
        WriteAsync(connection => tables.Append(connection, turn), () => memory.Append(turn), cancellationToken);

    public async Task<IReadOnlyList<AnsweredTurn>> RecentAsync(
        ConversationKey conversation,
        int count,
        CancellationToken cancellationToken
    ) =>
        memory.Merge(
            conversation,
            await ReadAsync(connection => tables.Recent(connection, conversation, count), [], cancellationToken),
            count
        );

    public Task<IReadOnlyList<AnsweredTurn>> AskedSinceAsync(
        DateTimeOffset since,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(connection => tables.AskedSince(connection, since, count), [], cancellationToken);

    public Task<IReadOnlyList<ConversationSummary>> ListAsync(int count, CancellationToken cancellationToken) =>
        ReadAsync(connection => SqliteConversations.List(connection, count), [], cancellationToken);

    public Task ResetAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        WriteAsync(
            connection =>
            {
                SqliteConversations.Reset(connection, conversation);
                memory.Remove(conversation);
            },
            () => memory.Forget(conversation),
            cancellationToken
        );

    public Task DeleteAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                SqliteConversations.Delete(connection, conversation);
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
            connection => SqliteConversations.HasAnswer(connection, conversation, answerActivityId),
            false,
            cancellationToken
        );

    public Task<bool> TryMarkWelcomedAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        health.WriteAsync(
            () =>
                database.WriteAsync(connection => tables.TryMarkWelcomed(connection, conversation), cancellationToken),
            () => memory.TryMarkWelcomed(conversation)
        );

    private Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, T nothing, CancellationToken cancellationToken) =>
        health.ReadAsync(() => database.ReadAsync(read, cancellationToken), () => nothing);

    private Task WriteAsync(Action<SqliteConnection> write, Func<bool> remember, CancellationToken cancellationToken) =>
        health.WriteAsync(
            () =>
                database.WriteAsync(
                    connection =>
                    {
                        write(connection);
                        return true;
                    },
                    cancellationToken
                ),
            remember
        );
}
