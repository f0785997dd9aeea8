namespace SummitBot.Hosting.Hosts;

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
