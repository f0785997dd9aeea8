using SummitBot.Core.Storage;

namespace SummitBot.Hosting.Hosts;

/// <summary>
/// Activities that were acknowledged and wait for the bot. They outlive the host that took them in: what a lost host owned goes
/// to another one. Those of one conversation have one owner at a time, so that they are answered in their order.
/// </summary>
public interface IActivityQueue
{
    /// <summary>True when other hosts take from it too: then nothing may be accepted beside it.</summary>
    bool IsShared { get; }

    /// <summary>Calls when <see cref="TakeAsync"/> may find something.</summary>
    void SubscribeToArrivals(Action arrived);

    /// <summary>Takes an activity in, unless one with its key came before or too many wait.</summary>
    /// <exception cref="StorageUnavailableException">It was not taken in.</exception>
    Task<EnqueuedActivity> EnqueueAsync(AcceptedActivity activity, int maxWaiting, CancellationToken cancellationToken);

    /// <summary>Renews this host's lease, and gives what it owns and was not given yet, in order.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was taken.</exception>
    Task<IReadOnlyList<TakenActivity>> TakeAsync(CancellationToken cancellationToken);

    /// <summary>The activity is done with.</summary>
    /// <exception cref="StorageUnavailableException">It is still in the queue.</exception>
    Task CompleteAsync(long number, CancellationToken cancellationToken);

    /// <summary>Undoes <see cref="EnqueueAsync"/>: the activity may come again.</summary>
    Task WithdrawAsync(long number, CancellationToken cancellationToken);

    /// <summary>Asks before something is sent that cannot be sent twice.</summary>
    /// <param name="ordinal">1 for the first thing sent for the activity.</param>
    /// <exception cref="LeaseLostException">Another host answers the activity.</exception>
    /// <returns>Null when it is to be sent now; its id when it was sent by an earlier owner, empty when it got none.</returns>
    Task<string?> FindSentAsync(long number, int ordinal, CancellationToken cancellationToken);

    /// <summary>It was sent.</summary>
    /// <param name="id">The id that the channel gave it; empty when it gave none.</param>
    Task MarkSentAsync(long number, int ordinal, string id, CancellationToken cancellationToken);
}
