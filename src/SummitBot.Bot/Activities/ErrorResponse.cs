namespace SummitBot.Bot.Activities;

/// <summary>The body of a channel's refusal: <c>{"error":{"code","message"}}</c>.</summary>
public sealed class ErrorResponse(Error? error = null)
{
    public Error? Error { get; set; } = error;
}
