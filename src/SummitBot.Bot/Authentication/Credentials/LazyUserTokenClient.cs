using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>
/// The SDK's client for user tokens, created when a bot first needs it: creating it takes longer than a turn.
/// </summary>
internal sealed class LazyUserTokenClient(Func<Task<UserTokenClient>> create) : UserTokenClient
{
    private readonly Lazy<Task<UserTokenClient>> _client = new(create);

    public override async Task<TokenResponse> GetUserTokenAsync(
        string userId,
        string connectionName,
        string channelId,
        string magicCode,
        CancellationToken cancellationToken
    ) => await (await _client.Value).GetUserTokenAsync(userId, connectionName, channelId, magicCode, cancellationToken);

    public override async Task<SignInResource> GetSignInResourceAsync(
        string connectionName,
        Activity activity,
        string finalRedirect,
        CancellationToken cancellationToken
    ) => await (await _client.Value).GetSignInResourceAsync(connectionName, activity, finalRedirect, cancellationToken);

    public override async Task SignOutUserAsync(
        string userId,
        string connectionName,
        string channelId,
        CancellationToken cancellationToken
    ) => await (await _client.Value).SignOutUserAsync(userId, connectionName, channelId, cancellationToken);

    public override async Task<TokenStatus[]> GetTokenStatusAsync(
        string userId,
        string channelId,
        string includeFilter,
        CancellationToken cancellationToken
    ) => await (await _client.Value).GetTokenStatusAsync(userId, channelId, includeFilter, cancellationToken);

    public override async Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(
        string userId,
        string connectionName,
        string[] resourceUrls,
        string channelId,
        CancellationToken cancellationToken
    ) =>
        await (await _client.Value).GetAadTokensAsync(
            userId,
            connectionName,
            resourceUrls,
            channelId,
            cancellationToken
        );

    public override async Task<TokenResponse> ExchangeTokenAsync(
        string userId,
        string connectionName,
        string channelId,
        TokenExchangeRequest exchangeRequest,
        CancellationToken cancellationToken
    ) =>
        await (await _client.Value).ExchangeTokenAsync(
            userId,
            connectionName,
            channelId,
            exchangeRequest,
            cancellationToken
        );

    protected override void Dispose(bool disposing)
    {
        if (disposing && _client is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } created })
        {
            created.GetAwaiter().GetResult().Dispose();
        }

        base.Dispose(disposing);
    }
}
