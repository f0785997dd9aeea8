using System.Net;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Connector;

/// <summary>What a channel answered.</summary>
/// <param name="StatusCode">Null when it gave no answer in time, could not be reached, or may not be called.</param>
/// <param name="Id">Its id of what was sent; null when it gave none.</param>
/// <param name="Error">What it said of its refusal; null when it said nothing.</param>
public sealed record ConnectorResult(HttpStatusCode? StatusCode, string? Id = null, ErrorResponse? Error = null)
{
    public bool IsSuccess => StatusCode is { } status && (int)status is >= 200 and <= 299;
}
