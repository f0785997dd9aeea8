using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>Data of a request for the handlers below the SDK's <see cref="ConnectorClient"/>.</summary>
/// <param name="Audience">The audience of the bot's token in the request.</param>
/// <param name="ConversationId">The conversation whose rate limit applies; empty when there is none.</param>
/// <param name="IsTransient">A typing indicator or a part of a streamed answer. The next one replaces it, so it has a
/// short time limit and is never retried.</param>
internal sealed record ConnectorCall(string Audience, string ConversationId, bool IsTransient)
{
    private const string ConversationHeader = "x-ms-conversation-id";

    private static readonly HttpRequestOptionsKey<ConnectorCall> Key = new("SummitBot.ConnectorCall");
    private static readonly AsyncLocal<bool> Transient = new();

    /// <summary>Null for a request that is not from the connector.</summary>
    public static ConnectorCall? From(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out ConnectorCall? call) ? call : null;

    /// <summary>Marks the requests that the calling method sends from here on as transient or not.</summary>
    public static void SetTransient(Activity activity) => Transient.Value = activity.Type == ActivityTypes.Typing;

    /// <summary>
    /// Called by the SDK's client before every request. It adds no token, because each attempt adds its own.
    /// </summary>
    internal sealed class Credentials(string audience) : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(request);
            // Not every id is a valid header value; the path contains it too.
            request.Headers.Remove(ConversationHeader);
            request.Options.Set(
                Key,
                new ConnectorCall(audience, ReadConversation(request.RequestUri), Transient.Value)
            );
            return Task.CompletedTask;
        }

        private static string ReadConversation(Uri? address)
        {
            string[] segments = address?.Segments ?? [];
            int at = Array.FindLastIndex(segments, s => s == "conversations/");
            return at >= 0 && at + 1 < segments.Length ? segments[at + 1].TrimEnd('/') : "";
        }
    }
}
