using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Authentication.BotTokens;
using SummitBot.Bot.Connector.Sending;

namespace SummitBot.Bot.Connector;

/// <summary>The connector's REST interface, version 3, at the service URL that a conversation came with.</summary>
public sealed partial class ConnectorClient(
    IHttpClientFactory clients,
    ServiceUrlPolicy serviceUrls,
    ILogger<ConnectorClient> logger
) : IConnectorClient
{
    /// <summary>The name of the <see cref="HttpClient"/> that calls channels.</summary>
    public const string ClientName = "SummitBot.Connector";

    public Task<ConnectorResult> SendToConversationAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync(HttpMethod.Post, activity, activityId: null, cancellationToken);
    }

    public Task<ConnectorResult> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync(HttpMethod.Post, activity, Given(activity.ReplyToId, nameof(activity)), cancellationToken);
    }

    public Task<ConnectorResult> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync(HttpMethod.Put, activity, Given(activity.Id, nameof(activity)), cancellationToken);
    }

    public async Task<ConnectorResult> DeleteActivityAsync(
        ConversationReference reference,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        string activityId = Given(reference.ActivityId, nameof(reference));
        string? conversationId = reference.Conversation?.Id;
        if (!TryAddress(reference.ServiceUrl, conversationId, activityId, out Uri? address))
        {
            return new ConnectorResult(StatusCode: null);
        }

        using var request = new HttpRequestMessage(HttpMethod.Delete, address);
        new ConnectorCall(conversationId, IsPassing: false).PutOn(request);
        return await SendAsync(request, cancellationToken);
    }

    private async Task<ConnectorResult> SendAsync(
        HttpMethod method,
        Activity activity,
        string? activityId,
        CancellationToken cancellationToken
    )
    {
        string? conversationId = activity.Conversation?.Id;
        if (!TryAddress(activity.ServiceUrl, conversationId, activityId, out Uri? address))
        {
            return new ConnectorResult(StatusCode: null);
        }

        using var request = new HttpRequestMessage(method, address);
        request.Content = new ByteArrayContent(ActivityJson.SerializeToUtf8Bytes(MessageSize.Fit(activity)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        new ConnectorCall(conversationId, IsPassing: activity.Type == ActivityTypes.Typing).PutOn(request);
        return await SendAsync(request, cancellationToken);
    }

    private async Task<ConnectorResult> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using HttpClient client = clients.CreateClient(ClientName);
            using HttpResponseMessage response = await client.SendAsync(request, cancellationToken);
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return new ConnectorResult(response.StatusCode, Read<ResourceResponse>(body)?.Id);
            }

            LogRefused(request.Method, response.StatusCode);
            return new ConnectorResult(response.StatusCode, Error: Read<ErrorResponse>(body));
        }
        catch (Exception exception)
            when (exception is HttpRequestException or ExecutionRejectedException or BotTokenException)
        {
            LogNoAnswer(exception, request.Method);
            return new ConnectorResult(StatusCode: null);
        }
    }

    /// <summary>
    /// Joined as text: relative to a base without a slash at its end, <see cref="Uri"/> would drop the last part of it.
    /// </summary>
    private bool TryAddress(
        string? serviceUrl,
        [NotNullWhen(true)] string? conversationId,
        string? activityId,
        [NotNullWhen(true)] out Uri? address
    )
    {
        address = null;
        if (string.IsNullOrEmpty(serviceUrl) || string.IsNullOrEmpty(conversationId))
        {
            LogNoAddress();
            return false;
        }

        if (!serviceUrls.MayCall(serviceUrl))
        {
            LogNotAllowed();
            return false;
        }

        string activities = $"{serviceUrl.TrimEnd('/')}/v3/conversations/{Escape(conversationId)}/activities";
        address = new Uri(activityId is null ? activities : $"{activities}/{Escape(activityId)}");
        return true;
    }

    private static string Given(string? id, string parameter) =>
        string.IsNullOrEmpty(id) ? throw new ArgumentException("The id of the activity is missing.", parameter) : id;

    /// <summary>One part of a path. Dots alone would mean the folder above, and escaping leaves them.</summary>
    private static string Escape(string id) =>
        id is "." or ".." ? id.Replace(".", "%252E", StringComparison.Ordinal) : Uri.EscapeDataString(id);

    /// <summary>Null for a body that is none: channels answer with nothing, or with a page of a proxy.</summary>
    private static T? Read<T>(byte[] body)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : ActivityJson.Deserialize<T>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel refused a {Method} with status {Status}.")]
    private partial void LogRefused(HttpMethod method, HttpStatusCode status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel gave no answer to a {Method}.")]
    private partial void LogNoAnswer(Exception exception, HttpMethod method);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An activity without service URL or conversation cannot be sent."
    )]
    private partial void LogNoAddress();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An activity is not sent: the host of its service URL is none of SummitBot:Bot:AllowedServiceHosts."
    )]
    private partial void LogNotAllowed();
}
