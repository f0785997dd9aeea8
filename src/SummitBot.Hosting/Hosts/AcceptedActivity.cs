namespace SummitBot.Hosting.Hosts;

/// <summary>An activity as it waits for the bot.</summary>
/// <param name="Key">The same for two deliveries of one activity.</param>
/// <param name="Channel">With <paramref name="Conversation"/>, what is answered in order.</param>
/// <param name="Payload">All that another host needs to answer it.</param>
/// <param name="IsAwaited">The sender waits for the response: without it nobody needs an answer.</param>
public sealed record AcceptedActivity(
    string Key,
    string Channel,
    string Conversation,
    string UserId,
    string Payload,
    bool IsAwaited
);
