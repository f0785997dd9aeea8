using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace SummitBot.Bot.Connector.Sending;

/// <summary>What the handlers below the SDK's <see cref="ConnectorClient"/> must know of a request.</summary>
/// <param name="Audience">What the bot's token is for that the request shows.</param>
/// <param name="ConversationId">Whose rates the request counts in; empty when it belongs to no conversation.</param>
/// <param name="IsTransient">
/// A typing indicator or a part of a streamed answer: the next one says more, so that this one is neither waited for long
/// nor sent again.
/// </param>
internal sealed record ConnectorCall(string Audience, string ConversationId, bool IsTransient)
{
    private const string ConversationHeader = "x-ms-conversation-id";

    private static readonly HttpRequestOptionsKey<ConnectorCall> Key = new("SummitBot.ConnectorCall");
    private static readonly AsyncLocal<bool> Transient = new();

    /// <summary>Null for a request that is none of the connector's.</summary>
    public static ConnectorCall? From(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out ConnectorCall? call) ? call : null;

    /// <summary>Says of the requests that the calling method sends from here on whether they are passing.</summary>
    public static void SetTransient(Activity activity) => Transient.Value = activity.Type == ActivityTypes.Typing;

    /// <summary>What the SDK's client asks before every request. It adds no token: each attempt shows one of its own.</summary>
    internal sealed class Credentials(string audience) : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(request);
            // Not every id may stand in a header; the path has it too.
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
