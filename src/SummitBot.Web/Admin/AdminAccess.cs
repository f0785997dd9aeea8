using System.Net.Mime;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Authentication.Callers;
using SummitBot.Web.Hosting;

namespace SummitBot.Web.Admin;

/// <summary>
/// Authorizes requests with the key and users that Entra ID knows as operators; if neither is configured and the
/// settings allow it, everybody on this machine.
/// </summary>
public sealed class AdminAccess(IOptions<AdminOptions> options, FailedKeyAttempts failedKeyAttempts) : IEndpointFilter
{
    private AdminOptions Options => options.Value;

    /// <summary>True when neither a key nor signing in is configured.</summary>
    private bool IsClosed => !Options.HasKey && !Options.HasSignIn;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        HttpContext http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        // Without a referrer, browsers would leave the origin out of forms over plain HTTP.
        http.Response.Headers[SecurityHeaders.ReferrerPolicy] = "same-origin";
        return await RefusalAsync(http) ?? await next(context);
    }

    /// <summary>True for a request with the key or, where that is allowed, from this machine.</summary>
    public bool Allows(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return IsClosed
            ? Options.AllowLocal && LocalCaller.IsThisMachine(http)
            : Options.HasKey && AdminKey.ReadFrom(http.Request) is { } given && IsRight(given, http);
    }

    private bool IsRight(string given, HttpContext http)
    {
        if (failedKeyAttempts.GetWait(http) > TimeSpan.Zero)
        {
            return false;
        }

        bool isRight = AdminKey.IsSame(given, Options.Key);
        if (!isRight)
        {
            failedKeyAttempts.Note(http);
        }

        return isRight;
    }

    /// <summary>Null for authorized requests.</summary>
    private async ValueTask<IResult?> RefusalAsync(HttpContext http)
    {
        if (Allows(http))
        {
            return null;
        }

        bool isKeyGiven = Options.HasKey && AdminKey.ReadFrom(http.Request) is not null;
        return IsClosed ? SwitchedOff()
            : Options.HasSignIn && !isKeyGiven ? await SignInRefusalAsync(http)
            : (isKeyGiven ? failedKeyAttempts.FindRefusal(http) : null) ?? NoKey(http);
    }

    private async ValueTask<IResult?> SignInRefusalAsync(HttpContext http)
    {
        AuthenticateResult signedIn = await http.AuthenticateAsync(EntraSignIn.CookieScheme);
        if (signedIn.Principal is { } user)
        {
            http.User = user;
            return EntraSignIn.IsAllowed(user, Options)
                ? null
                : TypedResults.Problem(
                    $"You are signed in as {EntraSignIn.GetName(user) ?? "somebody without a name"}, who is not among SummitBot:Admin:AllowedUsers.",
                    statusCode: StatusCodes.Status403Forbidden
                );
        }

        bool isBrowser = http
            .Request.GetTypedHeaders()
            .Accept.Any(a => a.MediaType.Equals(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase));
        return isBrowser
            ? TypedResults.Challenge(
                new AuthenticationProperties { RedirectUri = http.Request.Path + http.Request.QueryString },
                [EntraSignIn.Scheme]
            )
            : TypedResults.Problem(
                "The pages for operators need somebody who signed in with a browser"
                    + (Options.HasKey ? ", or the key of SummitBot:Admin:Key as bearer token." : "."),
                statusCode: StatusCodes.Status401Unauthorized
            );
    }

    private static IResult SwitchedOff() =>
        TypedResults.Problem(
            "The pages for operators are switched off: set SummitBot:Admin:Key, or an app of Entra ID, to open them; on your own machine SummitBot:Admin:AllowLocal does.",
            statusCode: StatusCodes.Status404NotFound
        );

    private static IResult NoKey(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"SummitBot\", charset=\"UTF-8\"";
        return TypedResults.Problem(
            "The pages for operators need the key of SummitBot:Admin:Key, as password or bearer token.",
            statusCode: StatusCodes.Status401Unauthorized
        );
    }
}
