using System.Net;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>A channel refused what was to be sent, or could not be reached. The message is for the log, not for users.</summary>
public sealed class ErrorResponseException(string message) : Exception(message)
{
    /// <summary>What the channel answered; null when it gave no answer in time.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>What it said of it; null when it said nothing.</summary>
    public ErrorResponse? Body { get; init; }
}
