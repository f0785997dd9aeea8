using Azure.Core;
using Azure.Identity;

namespace SummitBot.Bot.Authentication.BotTokens;

/// <summary>Tokens for a certificate, a federated credential or a managed identity, by Azure.Identity.</summary>
public sealed class AzureIdentityTokens(TokenCredential credential, string scope) : IBotTokenSource
{
    public async Task<BotToken> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            AccessToken token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
            return new BotToken(token.Token, token.ExpiresOn);
        }
        catch (AuthenticationFailedException exception)
        {
            throw new BotTokenException("Azure gave no token for the bot's identity.", exception);
        }
    }
}
