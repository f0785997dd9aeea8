using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SummitBot.Web.Admin;

/// <summary>
/// Operators sign in with Microsoft Entra ID: OpenID Connect, authorization code with PKCE, one tenant. A cookie that only
/// <c>/admin</c> gets remembers them.
/// </summary>
internal static class EntraSignIn
{
    public const string Scheme = "SummitBot.Admin.Entra";
    public const string CookieScheme = "SummitBot.Admin.Cookie";

    /// <summary>The address that the app's registration has to name as redirect URI, behind the host's own.</summary>
    public const string CallbackPath = "/admin/signin";

    private const string CookiePath = "/admin";
    private const string UserIdClaim = "oid";
    private const string UserNameClaim = "preferred_username";

    /// <summary>After so long Entra ID is asked again, which knows whether the account is still there.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    /// <summary>Adds nothing where no app of Entra ID is configured.</summary>
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

    /// <summary>Takes in who comes back from Entra ID.</summary>
    public static IApplicationBuilder UseEntraSignIn(this IApplicationBuilder app) =>
        app.ApplicationServices.GetService<IAuthenticationSchemeProvider>() is null ? app : app.UseAuthentication();

    /// <summary>Object ids never change; names are the tenant's own, for no other tenant's users come in.</summary>
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
        // Comes back as a link does, so that cookies need not be open to other sites.
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

    /// <summary>What went wrong stands in the log: it is none of a stranger's business.</summary>
    private static Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        return TypedResults
            .Problem(
                "Signing in was broken off or has failed: open /admin to try again.",
                statusCode: StatusCodes.Status403Forbidden
            )
            .ExecuteAsync(context.HttpContext);
    }
}
