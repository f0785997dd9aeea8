using System.Runtime.CompilerServices;
using SummitBot.Core.Diagnosis;
using SummitBot.Core.Storage;

namespace SummitBot.Storage.Database;

/// <summary>Whether conversations and feedback can be kept.</summary>
internal sealed class DatabaseSelfCheck(IDatabase database) : ISelfCheck
{
    public string Subject => "database";

    public async IAsyncEnumerable<Finding> RunAsync(
        SelfCheckDepth depth,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        yield return await TryAsync(cancellationToken);
    }

    private async Task<Finding> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!database.Exists)
            {
                return new Finding(
                    Subject,
                    FindingLevel.Ok,
                    $"There is no database {database.Name} yet: it is made when a conversation is first kept."
                );
            }

            // A transaction that writes nothing still takes the right to write.
            await database.WriteAsync(_ => Task.FromResult(true), cancellationToken);
            return new Finding(Subject, FindingLevel.Ok, $"The database {database.Name} can be read and written.");
        }
        catch (StorageUnavailableException e)
        {
            return new Finding(Subject, FindingLevel.Error, e.Message);
        }
    }
}
