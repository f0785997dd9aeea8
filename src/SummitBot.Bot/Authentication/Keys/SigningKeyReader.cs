using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication.Keys;

/// <summary>Reads an authority's keys: its OpenID metadata, and the key set that the metadata points to.</summary>
public sealed class SigningKeyReader(IHttpClientFactory clients)
{
    /// <summary>The name of the <see cref="HttpClient"/> that fetches metadata.</summary>
    public const string ClientName = "SummitBot.Metadata";

    /// <exception cref="SigningKeysUnavailableException">The metadata cannot be fetched or understood, or holds no key.</exception>
    public async Task<SigningKeySet> ReadAsync(string metadataUrl, CancellationToken cancellationToken)
    {
        OpenIdConnectConfiguration metadata;
        try
        {
            metadata = await OpenIdConnectConfigurationRetriever.GetAsync(
                metadataUrl,
                new DocumentReader(clients.CreateClient(ClientName)),
                cancellationToken
            );
        }
        // The parsers throw many kinds of exceptions for invalid documents, which all mean the same here.
        catch (Exception exception) when (exception is not OperationCanceledException and not OutOfMemoryException)
        {
            throw new SigningKeysUnavailableException($"The keys at {metadataUrl} cannot be read.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SigningKeysUnavailableException($"{metadataUrl} did not answer in time.", exception);
        }

        var keys = new SigningKeySet(
            metadata.Issuer ?? "",
            (metadata.JsonWebKeySet?.Keys ?? []).Select(SigningKey.From).OfType<SigningKey>()
        );
        return keys.Count > 0
            ? keys
            : throw new SigningKeysUnavailableException($"{metadataUrl} names no key that can verify a signature.");
    }

    /// <summary>
    /// Fetches over https, and over http from this machine only; this also applies to addresses that a document refers
    /// to.
    /// </summary>
    private sealed class DocumentReader(HttpClient client) : IDocumentRetriever
    {
        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            if (!WebAddress.IsSecureOrLoopback(address))
            {
                throw new InvalidOperationException($"{address} is neither an https address nor one of this machine.");
            }

            return await client.GetStringAsync(new Uri(address), cancel);
        }
    }
}
