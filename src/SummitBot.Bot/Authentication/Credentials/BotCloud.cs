using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication.Credentials;

/// <summary>Where a bot gets its tokens and what their audience is, by cloud and type of the bot.</summary>
/// <param name="LoginUrl">Base address of the authority.</param>
/// <param name="Tenant">Id or domain name.</param>
/// <param name="Audience">The channel service of the cloud.</param>
internal sealed record BotCloud(Uri LoginUrl, string Tenant, string Audience)
{
    private const string PublicBotTenant = "botframework.com";
    private const string GovernmentBotTenant = "MicrosoftServices.onmicrosoft.us";

    /// <summary>
    /// The authority in the SDK's notation: with a placeholder for the tenant if the SDK knows the cloud, otherwise
    /// with the tenant.
    /// </summary>
    public string LoginEndpoint =>
        LoginUrl.Host is "login.microsoftonline.com" or "login.microsoftonline.us"
            ? $"{LoginUrl.AbsoluteUri.TrimEnd('/')}/{{0}}"
            : TenantUrl;

    /// <summary>Address of the token endpoint.</summary>
    public Uri TokenUrl => new($"{TenantUrl}/oauth2/v2.0/token");

    /// <summary>Where the SDK gets tokens of signed-in users.</summary>
    public string UserTokenUrl => Audience;

    private string TenantUrl => $"{LoginUrl.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(Tenant)}";

    public static BotCloud From(BotOptions bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        // In every cloud, the issuer of the channels' tokens is also the audience of the bot's tokens.
        string service = bot.ChannelIssuer.TrimEnd('/');
        bool isGovernment = service.EndsWith(".us", StringComparison.OrdinalIgnoreCase);
        return new BotCloud(
            new Uri(bot.LoginUrl),
            bot.AppType != BotAppType.MultiTenant ? bot.TenantId
                : isGovernment ? GovernmentBotTenant
                : PublicBotTenant,
            service
        );
    }
}
