using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>
/// Chooses how the bot gets its tokens. The SDK handles certificates and managed identities. Client secrets and
/// federated tokens are handled here, because the SDK's library refuses an authority on this machine, which tests and
/// simulators need.
/// </summary>
internal static class BotCredentials
{
    public static ServiceClientCredentialsFactory CreateFactory(
        IOptions<BotOptions> options,
        IHttpClientFactory clients,
        TimeProvider time,
        ILogger<CachedAuthenticator> logger
    )
    {
        BotOptions bot = options.Value;
        var cloud = BotCloud.From(bot);
        return bot switch
        {
            { AppId: "" } => new PasswordServiceClientCredentialFactory(),
            { AppType: BotAppType.UserAssignedMsi } => new ManagedIdentityServiceClientCredentialsFactory(bot.AppId),
            { CertificatePath.Length: > 0 } => new CertificateServiceClientCredentialsFactory(
                LoadCertificate(bot),
                bot.AppId,
                cloud.Tenant,
                httpClient: null,
                NullLogger.Instance
            ),
            _ => new ClientCredentialsFactory(
                bot.AppId,
                audience => new CachedAuthenticator(
                    new ClientCredentialsAuthenticator(clients, cloud, bot, audience, time),
                    time,
                    logger
                )
            ),
        };
    }

    private static X509Certificate2 LoadCertificate(BotOptions bot) =>
        Path.GetExtension(bot.CertificatePath).Equals(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(bot.CertificatePath)
            : X509CertificateLoader.LoadPkcs12FromFile(bot.CertificatePath, bot.CertificatePassword);
}
