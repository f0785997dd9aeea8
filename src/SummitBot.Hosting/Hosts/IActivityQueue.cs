using SummitBot.Core.Storage;

namespace SummitBot.Hosting.Hosts;

/// <summary>
/// Acknowledged activities that wait for the bot. They survive the host that accepted them: another host takes over
/// from a lost one. Those of one conversation have one owner at a time, so that they are answered in order.
/// </summary>
public interface IActivityQueue
{
    /// <summary>True when other hosts take from it too; then every activity must go through it.</summary>
    bool IsShared { get; }

    /// <summary>Registers a callback for when <see cref="TakeAsync"/> may find something.</summary>
    void SubscribeToArrivals(Action arrived);

    /// <summary>Adds an activity, unless one with its key came before or too many are waiting.</summary>
    /// <exception cref="StorageUnavailableException">It was not added.</exception>
    Task<EnqueuedActivity> EnqueueAsync(AcceptedActivity activity, int maxWaiting, CancellationToken cancellationToken);

    /// <summary>
    /// Renews this host's lease, and returns the activities that it owns and has not taken yet, in order.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Nothing was taken.</exception>
    Task<IReadOnlyList<TakenActivity>> TakeAsync(CancellationToken cancellationToken);

    /// <summary>Removes a finished activity.</summary>
    /// <exception cref="StorageUnavailableException">It is still in the queue.</exception>
    Task CompleteAsync(long number, CancellationToken cancellationToken);

    /// <summary>Undoes <see cref="EnqueueAsync"/>: the activity may come again.</summary>
    Task WithdrawAsync(long number, CancellationToken cancellationToken);

    /// <summary>Call before sending something that must not be sent twice.</summary>
    /// <param name="ordinal">1 for the first message of the activity.</param>
    /// <exception cref="LeaseLostException">Another host answers the activity.</exception>
    /// <returns>Null when it must be sent now; its id when an earlier owner sent it, empty when it got none.</returns>
    Task<string?> FindSentAsync(long number, int ordinal, CancellationToken cancellationToken);

    /// <summary>Records that it was sent.</summary>
    /// <param name="id">The channel's id; empty when it gave none.</param>
    Task MarkSentAsync(long number, int ordinal, string id, CancellationToken cancellationToken);
}
