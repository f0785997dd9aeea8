namespace SummitBot.Core.Conversations;

/// <summary>Something that was said before the question.</summary>
public sealed record ConversationTurn(Speaker Role, string Text);
