using BitFaster.Caching.Lru;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Serialization;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Connector.Sending;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Connector;

/// <summary>
/// The SDK's extension point for connector clients. It caches one for each service URL and audience, because a new
/// client rebuilds its JSON contracts, which costs ten milliseconds of processor time. Requests go through the handlers
/// in <see cref="ConnectorServiceCollectionExtensions"/>.
/// </summary>
public sealed partial class ChannelConnectorFactory(
    IHttpClientFactory clients,
    ServiceUrlPolicy serviceUrls,
    ILogger<ChannelConnectorFactory> logger
) : ConnectorFactory
{
    /// <summary>The name of the <see cref="HttpClient"/> that calls channels.</summary>
    public const string ClientName = "SummitBot.Connector";

    /// <summary>
    /// There are few service URLs; the limit keeps callers from filling the memory.
    /// </summary>
    private const int MaxKept = 1_000;

    private static readonly Uri Nowhere = new("http://service-url.invalid");
    private static readonly DefaultContractResolver Contracts = new();

    private readonly ClassicLru<(string ServiceUrl, string Audience), IConnectorClient> _kept = new(MaxKept);

    /// <returns>For a service URL that may not be called, a client whose calls all fail.</returns>
    public override Task<IConnectorClient> CreateAsync(
        string serviceUrl,
        string audience,
        CancellationToken cancellationToken
    )
    {
        if (!serviceUrls.MayCall(serviceUrl))
        {
            return Task.FromResult<IConnectorClient>(
                Create(Nowhere, audience, new HttpClient(new RefusingHandler(this)))
            );
        }

        return Task.FromResult(
            _kept.GetOrAdd(
                (serviceUrl, audience ?? ""),
                key => Create(new Uri(key.ServiceUrl), key.Audience, clients.CreateClient(ClientName))
            )
        );
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An activity is not sent: it has no service URL, or its host is not in SummitBot:Bot:AllowedServiceHosts."
    )]
    private partial void LogNotAllowed();

    /// <summary>
    /// The SDK disposes the client after every turn; a client that does not own its HTTP client remains usable. Its
    /// constructor writes default headers into the HTTP client, which is not safe while other threads do or send: no two
    /// connector clients may share one.
    /// </summary>
    private static ConnectorClient Create(Uri serviceUrl, string audience, HttpClient client)
    {
        var connector = new ConnectorClient(
            serviceUrl,
            new ConnectorCall.Credentials(audience),
            client,
            disposeHttpClient: false
        );
        connector.SerializationSettings.ContractResolver = Contracts;
        connector.DeserializationSettings.ContractResolver = Contracts;
        return connector;
    }

    private sealed class RefusingHandler(ChannelConnectorFactory factory) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            factory.LogNotAllowed();
            throw ChannelRefusal.NoAnswer("The service URL may not be called.");
        }
    }
}
