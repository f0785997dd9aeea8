using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Polly;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>
/// Converts every error of calls to a channel to the SDK's <see cref="ErrorResponseException"/> and logs it. The
/// caller's own cancellation stays a cancellation.
/// </summary>
internal sealed partial class ChannelErrorHandler(ILogger<ChannelErrorHandler> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                LogRefused(request.Method, response.StatusCode);
            }

            return response;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or ExecutionRejectedException or BotTokenException)
        {
            LogNoAnswer(exception, request.Method);
            throw ChannelRefusal.NoAnswer("The channel did not answer.", exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel refused a {Method} with status {Status}.")]
    private partial void LogRefused(HttpMethod method, HttpStatusCode status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel did not answer a {Method}.")]
    private partial void LogNoAnswer(Exception exception, HttpMethod method);
}
