using SummitBot.Core.Conversations;

namespace SummitBot.Hosting.Activities;

/// <summary>
/// The activities of conversations that this host serves to clients itself. They are numbered, so that a client that
/// lost its connection gets what it missed, and nothing twice. Like <see cref="IConversationStore"/>, it continues in
/// memory while the storage fails.
/// </summary>
public interface IActivityLog
{
    /// <summary>Starts a conversation; false when there already is one with that id, active or ended.</summary>
    Task<bool> TryStartAsync(string conversation, string userId, CancellationToken cancellationToken);

    /// <summary>The conversation; null when there is none with that id.</summary>
    Task<LoggedConversation?> FindAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>
    /// Appends an activity with the next number of its conversation. An activity whose <see
    /// cref="LoggedActivity.ClientActivityId"/> is already in the conversation is not appended again.
    /// </summary>
    /// <returns>The activity in the log, with its number: the existing one for a duplicate.</returns>
    Task<LoggedActivity> AppendAsync(string conversation, LoggedActivity activity, CancellationToken cancellationToken);

    /// <summary>
    /// The activities with a number above <paramref name="after"/>, in order; empty when there are none.
    /// </summary>
    /// <param name="after">0 reads from the start.</param>
    /// <param name="count">Maximum number, at least 1.</param>
    Task<IReadOnlyList<LoggedActivity>> ReadAsync(
        string conversation,
        long after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Ends the conversation: nothing more may be appended. Its activities can still be read.</summary>
    Task EndAsync(string conversation, CancellationToken cancellationToken);
}

/// <summary>An activity in the log of its conversation.</summary>
/// <param name="Id">The activity's id, unique in its conversation.</param>
/// <param name="Json">The activity as sent to clients.</param>
public sealed record LoggedActivity(string Id, string Json)
{
    /// <summary>
    /// 1 for the first activity of the conversation; 0 while it is not in the log. Numbers rise, sometimes with gaps.
    /// </summary>
    public long Number { get; init; }

    /// <summary>The sender's own id of the activity, which identifies duplicates; null when it has none.</summary>
    public string? ClientActivityId { get; init; }
}

/// <summary>A conversation in the <see cref="IActivityLog"/>.</summary>
/// <param name="UserId">The one user who talks with the bot.</param>
/// <param name="LastNumber">The number of the last activity; 0 when there is none.</param>
public sealed record LoggedConversation(string Id, string UserId, long LastNumber, bool IsEnded);
