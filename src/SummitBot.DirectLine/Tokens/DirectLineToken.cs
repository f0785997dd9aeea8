namespace SummitBot.DirectLine.Tokens;

/// <summary>What a token says, once its signature was checked.</summary>
/// <param name="Conversation">The one conversation that it opens.</param>
/// <param name="User">The one who speaks in it.</param>
/// <param name="IsNamed">A server that knows the secret gave the user's id: it is the same for all conversations of one
/// person. Else the id was made up for this conversation.</param>
/// <param name="Origins">The pages that may use it; empty for all that may talk to the bot.</param>
internal sealed record DirectLineToken(string Conversation, string User, bool IsNamed, IReadOnlyList<string> Origins)
{
    /// <summary>The groups of the user, as a server said that knows the secret; empty for what is public.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>For a new conversation with somebody whom nobody named.</summary>
    public static DirectLineToken ForVisitor() => new(RandomId.New(), RandomId.NewUser(), IsNamed: false, []);
}
