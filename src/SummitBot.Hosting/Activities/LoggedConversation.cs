namespace SummitBot.Hosting.Activities;

/// <summary>A conversation in the <see cref="IActivityLog"/>.</summary>
/// <param name="UserId">The one user who talks with the bot.</param>
/// <param name="LastNumber">The number of the last activity; 0 when there is none.</param>
public sealed record LoggedConversation(string Id, string UserId, long LastNumber, bool IsEnded);
