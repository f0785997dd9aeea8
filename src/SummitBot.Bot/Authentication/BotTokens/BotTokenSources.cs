using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace SummitBot.Bot.Authentication.BotTokens;

/// <summary>Chooses how the bot gets its tokens.</summary>
public static class BotTokenSources
{
    /// <summary>Null when the bot has no app id: then it has no token to show.</summary>
    public static IBotTokenSource? For(BotOptions bot, IHttpClientFactory clients, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bot);
        if (bot.AppId.Length == 0)
        {
            return null;
        }

        var authority = BotTokenAuthority.For(bot);
        return bot.AppPassword.Length > 0
            ? new ClientSecretTokens(clients, authority, bot.AppId, bot.AppPassword, time)
            : new AzureIdentityTokens(CredentialOf(bot, authority), authority.Scope);
    }

    private static TokenCredential CredentialOf(BotOptions bot, BotTokenAuthority authority)
    {
        if (bot.CertificatePath.Length > 0)
        {
            return new ClientCertificateCredential(
                authority.Tenant,
                bot.AppId,
                LoadCertificate(bot),
                new ClientCertificateCredentialOptions { AuthorityHost = authority.LoginUrl }
            );
        }

        return bot.FederatedTokenFile.Length > 0
            ? new WorkloadIdentityCredential(
                new WorkloadIdentityCredentialOptions
                {
                    AuthorityHost = authority.LoginUrl,
                    ClientId = bot.AppId,
                    TenantId = authority.Tenant,
                    TokenFilePath = bot.FederatedTokenFile,
                }
            )
            : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(bot.AppId));
    }

    private static X509Certificate2 LoadCertificate(BotOptions bot) =>
        Path.GetExtension(bot.CertificatePath).Equals(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(bot.CertificatePath)
            : X509CertificateLoader.LoadPkcs12FromFile(bot.CertificatePath, bot.CertificatePassword);
}
