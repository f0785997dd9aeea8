namespace SummitBot.Bot.Connector.Sending;

/// <summary>What the handlers below <see cref="ConnectorClient"/> must know of a request.</summary>
/// <param name="ConversationId">Whose rates the request counts in.</param>
/// <param name="IsPassing">
/// A typing sign or a part of a streamed answer: the next one says more, so that this one is neither waited for long nor
/// sent again.
/// </param>
public sealed record ConnectorCall(string ConversationId, bool IsPassing)
{
    private static readonly HttpRequestOptionsKey<ConnectorCall> Key = new("SummitBot.ConnectorCall");

    /// <summary>Null for a request that is none of the connector's.</summary>
    public static ConnectorCall? Of(HttpRequestMessage? request) =>
        request is not null && request.Options.TryGetValue(Key, out ConnectorCall? call) ? call : null;

    public void PutOn(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Set(Key, this);
    }
}
