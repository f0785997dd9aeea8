using System.Collections.Concurrent;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Serialization;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Connector.Sending;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Connector;

/// <summary>
/// The SDK's extension point for connector clients. It keeps one for each service URL and audience: a new one builds its
/// JSON contracts anew, which costs ten milliseconds of processor time. What leaves goes through the handlers in
/// <see cref="ConnectorServiceCollectionExtensions"/>.
/// </summary>
public sealed partial class ChannelConnectorFactory(
    IHttpClientFactory clients,
    ServiceUrlPolicy serviceUrls,
    ILogger<ChannelConnectorFactory> logger
) : ConnectorFactory
{
    /// <summary>The name of the <see cref="HttpClient"/> that calls channels.</summary>
    public const string ClientName = "SummitBot.Connector";

    /// <summary>Service URLs are few; a caller that makes up more has them forgotten.</summary>
    private const int MaxKept = 1_000;

    private static readonly Uri Nowhere = new("http://service-url.invalid");
    private static readonly DefaultContractResolver Contracts = new();

    private readonly ConcurrentDictionary<(string ServiceUrl, string Audience), IConnectorClient> _kept = new();
    private readonly Lazy<HttpClient> _client = new(() => clients.CreateClient(ClientName));

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

        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        return Task.FromResult(
            _kept.GetOrAdd(
                (serviceUrl, audience ?? ""),
                key => Create(new Uri(key.ServiceUrl), key.Audience, _client.Value)
            )
        );
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An activity is not sent: it has no service URL, or its host is none of SummitBot:Bot:AllowedServiceHosts."
    )]
    private partial void LogNotAllowed();

    /// <summary>The SDK disposes of the client at the end of every turn, which leaves one that does not own its HTTP client usable.</summary>
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
