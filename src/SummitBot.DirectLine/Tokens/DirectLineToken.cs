namespace SummitBot.DirectLine.Tokens;

/// <summary>The contents of a token with a valid signature.</summary>
/// <param name="Conversation">The one conversation that it opens.</param>
/// <param name="User">The user who speaks in it.</param>
/// <param name="IsNamed">True when a server that knows the secret gave the user's id, which is then the same in all
/// conversations of that user. Otherwise the id was generated for this conversation.</param>
/// <param name="Origins">The pages that may use it; empty for all that may use the bot.</param>
internal sealed record DirectLineToken(string Conversation, string User, bool IsNamed, IReadOnlyList<string> Origins)
{
    /// <summary>The groups of the user, as a server said that knows the secret; empty for what is public.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>For a new conversation with somebody whom nobody named.</summary>
    public static DirectLineToken ForVisitor() => new(RandomId.New(), RandomId.NewUser(), IsNamed: false, []);
}
