using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SummitBot.Web.Admin;

/// <summary>
/// Signs operators in with Microsoft Entra ID: OpenID Connect, authorization code with PKCE, one tenant. The session
/// cookie is sent only to <c>/admin</c>.
/// </summary>
internal static class EntraSignIn
{
    public const string Scheme = "SummitBot.Admin.Entra";
    public const string CookieScheme = "SummitBot.Admin.Cookie";

    /// <summary>The path of the redirect URI that must be registered for the app, after the host's address.</summary>
    public const string CallbackPath = "/admin/signin";

    private const string CookiePath = "/admin";
    private const string UserIdClaim = "oid";
    private const string UserNameClaim = "preferred_username";

    /// <summary>After this time Entra ID is asked again whether the account still exists.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    /// <summary>Adds nothing when no app of Entra ID is configured.</summary>
    public static IServiceCollection AddEntraSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[$"{AdminOptions.Section}:{nameof(AdminOptions.ClientId)}"]))
        {
            return services;
        }

        services.AddAuthentication().AddCookie(CookieScheme, Configure).AddOpenIdConnect(Scheme, static _ => { });
        services
            .AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure<IOptions<AdminOptions>>((oidc, admin) => Configure(oidc, admin.Value));
        return services;
    }

    /// <summary>Handles users who come back from Entra ID.</summary>
    public static IApplicationBuilder UseEntraSignIn(this IApplicationBuilder app) =>
        app.ApplicationServices.GetService<IAuthenticationSchemeProvider>() is null ? app : app.UseAuthentication();

    /// <summary>Object ids never change; names are unique, because only one tenant is accepted.</summary>
    public static bool IsAllowed(ClaimsPrincipal user, AdminOptions options) =>
        options.AllowedUsers.Any(allowed =>
            allowed == AdminOptions.Anybody
            || allowed.Equals(user.FindFirstValue(UserIdClaim), StringComparison.OrdinalIgnoreCase)
            || allowed.Equals(GetName(user), StringComparison.OrdinalIgnoreCase)
        );

    public static string? GetName(ClaimsPrincipal user) => user.FindFirstValue(UserNameClaim);

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "summitbot-admin";
        cookie.Cookie.Path = CookiePath;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Lasts;
        cookie.SlidingExpiration = false;
    }

    private static void Configure(OpenIdConnectOptions oidc, AdminOptions admin)
    {
        oidc.SignInScheme = CookieScheme;
        oidc.Authority = $"{admin.LoginUrl.TrimEnd('/')}/{admin.TenantId}/v2.0";
        oidc.RequireHttpsMetadata = !new Uri(admin.LoginUrl).IsLoopback;
        oidc.ClientId = admin.ClientId;
        oidc.ClientSecret = admin.ClientSecret;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        // The response comes as a link, so cookies need not be sent from other sites.
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        foreach (CookieBuilder cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Path = CookiePath;
        }

        oidc.CallbackPath = CallbackPath;
        oidc.SignedOutCallbackPath = "/admin/signed-out";
        oidc.RemoteSignOutPath = "/admin/remote-sign-out";
        oidc.MapInboundClaims = false;
        oidc.DisableTelemetry = true;
        oidc.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        oidc.Events.OnRemoteFailure = RefuseAsync;
    }

    /// <summary>The reason is logged and not shown to the user.</summary>
    private static Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        return TypedResults
            .Problem(
                "Signing in was cancelled or failed: open /admin to try again.",
                statusCode: StatusCodes.Status403Forbidden
            )
            .ExecuteAsync(context.HttpContext);
    }
}
