namespace SummitBot.Web.Asking;

/// <summary>An earlier turn of the conversation.</summary>
/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">What was said.</param>
public sealed record AskTurn(string? Role, string? Text);
