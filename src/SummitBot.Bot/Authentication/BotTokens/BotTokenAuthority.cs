namespace SummitBot.Bot.Authentication.BotTokens;

/// <summary>Where a bot's tokens come from and what they are for, by cloud and type of the bot.</summary>
/// <param name="LoginUrl">Base address of the authority.</param>
/// <param name="Tenant">Id or domain name.</param>
/// <param name="Scope">The channel service of the cloud.</param>
public sealed record BotTokenAuthority(Uri LoginUrl, string Tenant, string Scope)
{
    private const string PublicBotTenant = "botframework.com";
    private const string GovernmentBotTenant = "MicrosoftServices.onmicrosoft.us";

    /// <summary>Address of the token endpoint.</summary>
    public Uri TokenUrl => new($"{LoginUrl.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(Tenant)}/oauth2/v2.0/token");

    public static BotTokenAuthority For(BotOptions bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        return new BotTokenAuthority(
            new Uri(bot.LoginUrl),
            bot.AppType == BotAppType.MultiTenant ? TenantOfAllBots(bot) : bot.TenantId,
            // In every cloud the service that issues the channels' tokens is also the one that the bot's are for.
            $"{bot.ChannelIssuer.TrimEnd('/')}/.default"
        );
    }

    private static string TenantOfAllBots(BotOptions bot) =>
        bot.ChannelIssuer.TrimEnd('/').EndsWith(".us", StringComparison.OrdinalIgnoreCase)
            ? GovernmentBotTenant
            : PublicBotTenant;
}
