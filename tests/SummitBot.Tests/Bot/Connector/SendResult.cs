using System.Net;

namespace SummitBot.Tests.Bot.Connector;

/// <summary>The result of a send.</summary>
/// <param name="Id">The channel's id; empty or null when it gave none.</param>
/// <param name="StatusCode">Of a refusal; null when there was no response.</param>
internal sealed record SendResult(
    bool IsSuccess,
    string? Id = null,
    HttpStatusCode? StatusCode = null,
    string? Code = null
);
