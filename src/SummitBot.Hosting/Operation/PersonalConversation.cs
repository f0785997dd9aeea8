namespace SummitBot.Hosting.Operation;

/// <summary>A Direct Line conversation of one person.</summary>
/// <param name="Activities">As clients get them, in order.</param>
public sealed record PersonalConversation(string Id, DateTimeOffset LastActiveAt, IReadOnlyList<string> Activities);
