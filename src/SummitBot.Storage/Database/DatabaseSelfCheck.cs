using System.Runtime.CompilerServices;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>Checks that conversations and feedback can be stored.</summary>
internal sealed class DatabaseSelfCheck(SqliteDatabase database) : ISelfCheck
{
    public string Subject => "database";

    public async IAsyncEnumerable<Finding> RunAsync(
        SelfCheckDepth depth,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (!Path.Exists(database.FullPath))
        {
            yield return new Finding(
                Subject,
                FindingLevel.Ok,
                $"There is no database {database.FullPath} yet: it is created when a conversation is first stored."
            );
            yield break;
        }

        yield return await TryAsync(cancellationToken);
    }

    private async Task<Finding> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A transaction that writes nothing still takes the write lock.
            await database.WriteAsync(_ => true, cancellationToken);
            return new Finding(Subject, FindingLevel.Ok, $"The database {database.FullPath} can be read and written.");
        }
        catch (StorageUnavailableException e)
        {
            return new Finding(Subject, FindingLevel.Error, e.Message);
        }
    }
}
