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

/// <summary>An activity that waits for the bot.</summary>
/// <param name="Key">The same for two deliveries of one activity.</param>
/// <param name="Channel">With <paramref name="Conversation"/>, the scope in which activities are answered in
/// order.</param>
/// <param name="Payload">Everything that another host needs to answer it.</param>
/// <param name="IsAwaited">True when the sender waits for the response and needs no answer otherwise.</param>
public sealed record AcceptedActivity(
    string Key,
    string Channel,
    string Conversation,
    string UserId,
    string Payload,
    bool IsAwaited
);

/// <summary>The result of <see cref="IActivityQueue.EnqueueAsync"/>.</summary>
/// <param name="Number">Its number in the queue; 0 when it is not in it.</param>
public readonly record struct EnqueuedActivity(EnqueueOutcome Outcome, long Number);

/// <summary>An activity that this host must answer.</summary>
public sealed record TakenActivity(long Number, string Key, string Payload);

/// <summary>
/// Another host took over because this one had not renewed its lease: the current work must not be continued.
/// </summary>
public sealed class LeaseLostException : Exception
{
    public LeaseLostException()
        : base("Another host has taken over the activity.") { }
}
