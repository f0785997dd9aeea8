using SummitBot.Core.Conversations;

namespace SummitBot.Hosting.Activities;

/// <summary>
/// The activities of conversations that this host itself serves to clients, numbered so that a client that lost its
/// connection gets what it has not seen, and nothing twice. As <see cref="IConversationStore"/>, it goes on in memory while
/// the storage is in trouble.
/// </summary>
public interface IActivityLog
{
    /// <summary>Opens a conversation; false when there is one of that id already, ended or not.</summary>
    Task<bool> TryStartAsync(string conversation, string userId, CancellationToken cancellationToken);

    /// <summary>The conversation; null when there is none of that id.</summary>
    Task<LoggedConversation?> FindAsync(string conversation, CancellationToken cancellationToken);

    /// <summary>
    /// Appends an activity with the next number of its conversation. An activity with a
    /// <see cref="LoggedActivity.ClientActivityId"/> that the conversation has already is not appended again.
    /// </summary>
    /// <returns>The activity as it stands in the log, with its number: the former one for a duplicate.</returns>
    Task<LoggedActivity> AppendAsync(string conversation, LoggedActivity activity, CancellationToken cancellationToken);

    /// <summary>The activities with a number above <paramref name="after"/>, in order; empty when there are none.</summary>
    /// <param name="after">0 reads from the start.</param>
    /// <param name="count">At most so many, at least 1.</param>
    Task<IReadOnlyList<LoggedActivity>> ReadAsync(
        string conversation,
        long after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Ends the conversation: nothing more is to be appended. Its activities stay readable.</summary>
    Task EndAsync(string conversation, CancellationToken cancellationToken);
}
