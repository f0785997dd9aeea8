using System.ComponentModel.DataAnnotations;
using SummitBot.Core.Settings;

namespace SummitBot.Bot.Settings;

/// <summary>Settings section <c>SummitBot:Bot</c>: the bot at <c>/api/messages</c>.</summary>
public sealed class BotOptions : IValidatableObject
{
    public const string Section = "SummitBot:Bot";

    /// <summary>
    /// The bot's id in Azure (Microsoft App ID); empty switches the bot off, unless <see cref="LocalServiceUrls"/> opens it
    /// to programs on this machine.
    /// </summary>
    public string AppId { get; set; } = "";

    /// <summary>Client secret of <see cref="AppId"/>; empty for a managed identity.</summary>
    public string AppPassword { get; set; } = "";

    /// <summary>
    /// In place of <see cref="AppPassword"/>: file of a certificate with its key, <c>.pem</c> or <c>.pfx</c>.
    /// </summary>
    [SettingsPath]
    public string CertificatePath { get; set; } = "";

    /// <summary>Password of a <c>.pfx</c> file; may be empty.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>
    /// In place of <see cref="AppPassword"/>: file with the token of a federated (workload) identity.
    /// </summary>
    [SettingsPath]
    public string FederatedTokenFile { get; set; } = "";

    /// <summary>How the bot is registered with Azure.</summary>
    public BotAppType AppType { get; set; } = BotAppType.MultiTenant;

    /// <summary>The bot's tenant in Microsoft Entra; needed unless it is multi-tenant.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>OpenID metadata of the channels' tokens.</summary>
    public string ChannelMetadataUrl { get; set; } =
        "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Issuer of the channels' tokens.</summary>
    public string ChannelIssuer { get; set; } = "https://api.botframework.com";

    /// <summary>OpenID metadata of Microsoft Entra's tokens, for <see cref="AllowedCallers"/>.</summary>
    public string EntraMetadataUrl { get; set; } =
        "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";

    /// <summary>Where the bot's own tokens come from.</summary>
    /// <remarks>The address is <c>{LoginUrl}/{tenant}/oauth2/v2.0/token</c>.</remarks>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com";

    /// <summary>The default of <see cref="AllowedServiceHosts"/>: the channels of Microsoft's clouds.</summary>
    public static readonly IReadOnlyList<string> ChannelHosts =
    [
        "botframework.com",
        "botframework.us",
        "botframework.azure.us",
        "botframework.azure.cn",
        "smba.trafficmanager.net",
        "teams.microsoft.com",
        "teams.microsoft.us",
    ];

    /// <summary>
    /// Hosts, with their subdomains, that answers and the bot's token may be sent to; empty for those of Microsoft's
    /// channels.
    /// </summary>
    /// <remarks>
    /// Empty stands for <see cref="ChannelHosts"/>.
    /// </remarks>
    public IList<string> AllowedServiceHosts { get; set; } = [];

    /// <summary>
    /// Addresses on this machine that answers may go to, each with what is below it, such as
    /// <c>http://localhost:56150/_connector</c>; port <c>*</c> for every port. Without <see cref="AppId"/> they open the bot to
    /// programs on this machine, for trying it out.
    /// </summary>
    public IList<string> LocalServiceUrls { get; set; } = [];

    /// <summary>App ids of other bots and programs that may call with tokens of Microsoft Entra.</summary>
    public IList<string> AllowedCallers { get; set; } = [];

    /// <summary>Maximum number of waiting activities; more are refused with 429.</summary>
    [Range(1, 100_000, ErrorMessage = "SummitBot:Bot:QueueLength must lie between 1 and 100000.")]
    public int QueueLength { get; set; } = 1_000;

    /// <summary>Conversations processed at the same time.</summary>
    [Range(1, 1_024, ErrorMessage = "SummitBot:Bot:Workers must lie between 1 and 1024.")]
    public int Workers { get; set; } = 32;

    /// <summary>Maximum size of an activity, bytes; larger ones are refused.</summary>
    [Range(1_024, 10_000_000, ErrorMessage = "SummitBot:Bot:MaxBodyBytes must lie between 1024 and 10000000.")]
    public int MaxBodyBytes { get; set; } = 262_144;

    /// <summary>Maximum duration of a turn, seconds; longer ones are cancelled.</summary>
    [Range(1, 600, ErrorMessage = "SummitBot:Bot:TurnSeconds must lie between 1 and 600.")]
    public int TurnSeconds { get; set; } = 150;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AppPassword.Length > 0 && AppId.Length == 0)
        {
            yield return new ValidationResult(
                "SummitBot:Bot:AppPassword is set without SummitBot:Bot:AppId: set the app id too, or remove the password."
            );
        }

        if (AppId.Length > 0 && AppType != BotAppType.MultiTenant && TenantId.Length == 0)
        {
            yield return new ValidationResult(
                $"SummitBot:Bot:TenantId is empty: a bot of the type {AppType} needs the id of its tenant."
            );
        }

        int credentials = new[] { AppPassword, CertificatePath, FederatedTokenFile }.Count(c => c.Length > 0);
        if (AppId.Length > 0 && AppType != BotAppType.UserAssignedMsi && credentials != 1)
        {
            yield return new ValidationResult(
                $"A bot of the type {AppType} needs exactly one of SummitBot:Bot:AppPassword, CertificatePath and FederatedTokenFile."
            );
        }

        if (AppType == BotAppType.UserAssignedMsi && credentials > 0)
        {
            yield return new ValidationResult(
                "SummitBot:Bot:AppType UserAssignedMsi takes its tokens from the machine: remove AppPassword, CertificatePath and FederatedTokenFile."
            );
        }

        foreach (string url in LocalServiceUrls.Where(u => !LocalServiceUrl.TryParse(u, out _)))
        {
            yield return new ValidationResult(
                $"SummitBot:Bot:LocalServiceUrls has '{url}', which is no address of this machine: write it like http://localhost:56150/_connector."
            );
        }

        foreach (string problem in UrlProblems())
        {
            yield return new ValidationResult(problem);
        }
    }

    private IEnumerable<string> UrlProblems() =>
        from setting in new (string Name, string Value)[]
        {
            (nameof(ChannelMetadataUrl), ChannelMetadataUrl),
            (nameof(EntraMetadataUrl), EntraMetadataUrl),
            (nameof(LoginUrl), LoginUrl),
        }
        where !IsSafe(setting.Value)
        select $"SummitBot:Bot:{setting.Name} '{setting.Value}' must be an absolute https address; http is for this machine only.";

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}

/// <summary>How the bot is registered with Azure Bot Service.</summary>
public enum BotAppType
{
    /// <summary>App id and password; tokens from the Bot Framework's own tenant.</summary>
    MultiTenant,

    /// <summary>App id, password and tenant.</summary>
    SingleTenant,

    /// <summary>App id and tenant; tokens from the managed identity of the machine.</summary>
    UserAssignedMsi,
}
