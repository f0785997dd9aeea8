using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Authentication.Callers;
using SummitBot.Bot.Authentication.Keys;

namespace SummitBot.Bot.Authentication;

/// <summary>
/// With an app id: activities with a token of Azure Bot Service come in, and those of the allowed applications. Without
/// one: those of programs on this machine. Both only with a service URL that may be called.
/// </summary>
public sealed class ActivityAuthenticator : IActivityAuthenticator
{
    private readonly ServiceUrlPolicy _serviceUrls;
    private readonly TokenCheck _check;
    private readonly ChannelTokens _channels;
    private readonly ApplicationTokens _applications;
    private readonly bool _hasAppId;

    public ActivityAuthenticator(
        IOptions<BotOptions> options,
        ServiceUrlPolicy serviceUrls,
        SigningKeyReader reader,
        TimeProvider time,
        ILogger<SigningKeyCache> logger
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(reader);
        BotOptions bot = options.Value;
        _serviceUrls = serviceUrls;
        _hasAppId = bot.AppId.Length > 0;
        _check = new TokenCheck(time);
        _channels = new ChannelTokens(
            bot.ChannelIssuer,
            bot.AppId,
            new SigningKeyCache(bot.ChannelMetadataUrl, reader.ReadAsync, time, logger),
            _check
        );
        _applications = new ApplicationTokens(
            bot.AllowedCallers,
            bot.AppType == BotAppType.MultiTenant ? "" : bot.TenantId,
            bot.AppId,
            new SigningKeyCache(bot.EntraMetadataUrl, reader.ReadAsync, time, logger),
            _check
        );
    }

    public async ValueTask<ActivityAuthentication> AuthenticateAsync(
        HttpContext context,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(activity);
        bool isFromThisMachine = LocalCaller.IsThisMachine(context);
        ActivityAuthentication result;
        try
        {
            result = _hasAppId
                ? await CheckTokenAsync(context.Request.Headers.Authorization, activity, cancellationToken)
                : CheckMachine(isFromThisMachine, activity.ServiceUrl);
        }
        catch (SigningKeysUnavailableException)
        {
            result = ActivityAuthentication.Unavailable("the keys to check the token with cannot be had");
        }

        return result.Identity is null || MayAnswerTo(activity.ServiceUrl, isFromThisMachine)
            ? result
            : ActivityAuthentication.Forbid("the host of the service URL is none of AllowedServiceHosts");
    }

    private static ActivityAuthentication CheckMachine(bool isFromThisMachine, string? serviceUrl)
    {
        if (!isFromThisMachine)
        {
            return ActivityAuthentication.Forbid(
                "without SummitBot:Bot:AppId only programs on this machine may come in, without a proxy"
            );
        }

        return string.IsNullOrEmpty(serviceUrl) || ServiceUrlPolicy.IsOfThisMachine(serviceUrl)
            ? ActivityAuthentication.Allow(new ClaimsIdentity())
            : ActivityAuthentication.Forbid("a caller without a token gave a service URL of another machine");
    }

    private async Task<ActivityAuthentication> CheckTokenAsync(
        StringValues authorization,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        if (ReadBearer(authorization) is not { } bearer)
        {
            return ActivityAuthentication.Unauthorized("there is no bearer token");
        }

        if (_check.Read(bearer) is not { } token)
        {
            return ActivityAuthentication.Unauthorized("the bearer token is no JSON web token that names its key");
        }

        if (_channels.AreIssuedBy(token))
        {
            return await _channels.CheckAsync(token, activity, cancellationToken);
        }

        return _applications.AreAllowed
            ? await _applications.CheckAsync(token, cancellationToken)
            : ActivityAuthentication.Unauthorized("the token is of another issuer than ChannelIssuer");
    }

    /// <summary>Without a service URL there is nobody to call; the answer can only stand in the response.</summary>
    private bool MayAnswerTo(string? serviceUrl, bool isFromThisMachine) =>
        string.IsNullOrEmpty(serviceUrl)
        || _serviceUrls.MayHaveToken(serviceUrl)
        || (isFromThisMachine && ServiceUrlPolicy.IsOfThisMachine(serviceUrl));

    private static string? ReadBearer(StringValues headers) =>
        headers.Count == 1
        && AuthenticationHeaderValue.TryParse(headers[0], out AuthenticationHeaderValue? header)
        && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
        && !string.IsNullOrEmpty(header.Parameter)
            ? header.Parameter
            : null;
}
