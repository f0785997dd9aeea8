using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>The SDK's extension point for credentials, for tokens that <see cref="ClientCredentialsAuthenticator"/> fetches.</summary>
/// <param name="createAuthenticator">Gets tokens for an audience.</param>
internal sealed class ClientCredentialsFactory(string appId, Func<string, IAuthenticator> createAuthenticator)
    : ServiceClientCredentialsFactory
{
    public override Task<bool> IsValidAppIdAsync(string candidate, CancellationToken cancellationToken) =>
        Task.FromResult(candidate == appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string ownAppId,
        string audience,
        string loginEndpoint,
        bool validateAuthority,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<ServiceClientCredentials>(
            new AuthenticatorCredentials(appId, audience, createAuthenticator(audience))
        );

    private sealed class AuthenticatorCredentials : AppCredentials
    {
        private readonly IAuthenticator _authenticator;

        public AuthenticatorCredentials(string appId, string audience, IAuthenticator authenticator)
            : base(channelAuthTenant: null, customHttpClient: null, logger: null, audience)
        {
            MicrosoftAppId = appId;
            _authenticator = authenticator;
        }

        protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(() => _authenticator);
    }
}
