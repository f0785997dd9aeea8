using System.ComponentModel.DataAnnotations;
using SummitBot.Bot.Settings;

namespace SummitBot.Web.Admin;

/// <summary>Settings section <c>SummitBot:Admin</c>: who may see what users ask.</summary>
public sealed class AdminOptions : IValidatableObject
{
    public const string Section = "SummitBot:Admin";

    /// <summary>In <see cref="AllowedUsers"/>, stands for all users whom Entra ID accepts.</summary>
    internal const string Anybody = "*";

    /// <summary>Shared tenants of Entra ID, which would accept any account.</summary>
    private static readonly string[] SharedTenants = ["common", "organizations", "consumers"];

    /// <summary>
    /// Opens <c>/admin</c>, as the password of any user or as a bearer token; at least 16 characters without spaces.
    /// </summary>
    /// <remarks>
    /// When this and <see cref="ClientId"/> are empty, nobody may, unless <see cref="AllowLocal"/> is set.
    /// </remarks>
    [RegularExpression(
        @"^(\S{16,})?$",
        MatchTimeoutInMilliseconds = 1_000,
        ErrorMessage = "SummitBot:Admin:Key is too easy to guess: give it at least 16 characters without spaces, or leave it empty."
    )]
    public string Key { get; set; } = "";

    /// <summary>
    /// Without a key and an app of Entra ID, allows access from this machine; not for a host behind a proxy.
    /// </summary>
    /// <remarks>Everybody behind a proxy that adds no headers looks like this machine.</remarks>
    public bool AllowLocal { get; set; }

    /// <summary>Tenant of Microsoft Entra ID whose users may sign in: its id or a domain of it.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Application (client) id of the app registered there; empty switches signing in off.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Client secret of that app, from the environment or user secrets.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// Object ids or sign-in names of the users who may access the pages; <c>*</c> for all users whom Entra ID accepts.
    /// </summary>
    public IReadOnlyList<string> AllowedUsers { get; set; } = [];

    /// <summary>Where users sign in; another address for national clouds.</summary>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com";

    internal bool HasKey => Key.Length > 0;

    internal bool HasSignIn => ClientId.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, bool IsSet)[] parts =
        [
            (nameof(TenantId), TenantId.Length > 0),
            (nameof(ClientId), ClientId.Length > 0),
            (nameof(ClientSecret), ClientSecret.Length > 0),
            (nameof(AllowedUsers), AllowedUsers.Count > 0),
        ];
        if (parts.Any(p => p.IsSet))
        {
            foreach ((string name, bool _) in parts.Where(p => !p.IsSet))
            {
                yield return new ValidationResult(
                    $"SummitBot:Admin:{name} is missing: signing in with Entra ID needs TenantId, ClientId, ClientSecret and AllowedUsers."
                );
            }
        }

        if (SharedTenants.Contains(TenantId, StringComparer.OrdinalIgnoreCase))
        {
            yield return new ValidationResult(
                $"SummitBot:Admin:TenantId '{TenantId}' would let in accounts of any organisation: name your own tenant by its id or domain."
            );
        }

        if (!WebAddress.IsSecureOrLoopback(LoginUrl))
        {
            yield return new ValidationResult(
                $"SummitBot:Admin:LoginUrl '{LoginUrl}' must be an absolute https address; http is for this machine only."
            );
        }
    }
}
