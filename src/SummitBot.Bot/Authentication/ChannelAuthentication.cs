using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Skills;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using SummitBot.Bot.Authentication.Callers;
using SummitBot.Bot.Authentication.Credentials;
using SummitBot.Bot.Authentication.Keys;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Settings;

namespace SummitBot.Bot.Authentication;

/// <summary>
/// The SDK's authentication with stricter checks of callers. With an app id, it accepts Azure Bot Service and the
/// allowed applications by their tokens. Without one, it accepts programs on this machine if the settings allow them.
/// In both cases the service URL must be allowed too. Clients for user tokens and for other bots are the SDK's.
/// </summary>
public sealed class ChannelAuthentication : BotFrameworkAuthentication
{
    private readonly BotFrameworkAuthentication _sdk;
    private readonly ChannelConnectorFactory _connectors;
    private readonly ServiceUrlPolicy _serviceUrls;
    private readonly IHttpContextAccessor _requests;
    private readonly TokenCheck _check;
    private readonly ChannelTokens _channels;
    private readonly ApplicationTokens _applications;
    private readonly string _audience;
    private readonly bool _hasAppId;

    public ChannelAuthentication(
        IOptions<BotOptions> options,
        ServiceClientCredentialsFactory credentials,
        ChannelConnectorFactory connectors,
        ServiceUrlPolicy serviceUrls,
        SigningKeyReader reader,
        IHttpClientFactory clients,
        IHttpContextAccessor requests,
        TimeProvider time,
        ILogger<SigningKeyCache> logger
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(reader);
        BotOptions bot = options.Value;
        _sdk = CreateSdkAuthentication(bot, credentials, clients);
        _connectors = connectors;
        _serviceUrls = serviceUrls;
        _requests = requests;
        _audience = BotCloud.From(bot).Audience;
        _hasAppId = bot.AppId.Length > 0;
        _check = new TokenCheck(time);
        _channels = new ChannelTokens(
            bot.ChannelIssuer,
            bot.AppId,
            _audience,
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

    /// <summary>Authenticates the caller by its token, before the activity is read.</summary>
    public async ValueTask<CallerAuthentication> AuthenticateCallerAsync(
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        bool isOnThisMachine = LocalCaller.IsThisMachine(context);
        CallerAuthentication result = _hasAppId
            ? await CheckTokenAsync([.. context.Request.Headers.Authorization], cancellationToken)
            : CheckMachine(isOnThisMachine);
        return result.Caller is { } caller
            ? result with
            {
                Caller = caller with { IsOnThisMachine = isOnThisMachine },
            }
            : result;
    }

    /// <summary>Whether the caller may send this activity and have it answered at its service URL.</summary>
    public CallerAuthentication Authorize(AuthenticatedCaller caller, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(activity);
        if (caller.FindMismatch(activity) is { } mismatch)
        {
            return CallerAuthentication.Unauthorized(mismatch);
        }

        return MayAnswerTo(activity.ServiceUrl, caller)
            ? CallerAuthentication.Allow(caller)
            : CallerAuthentication.Forbid(
                caller.HasToken
                    ? "the host of the service URL is not in AllowedServiceHosts"
                    : "a caller without a token gave a service URL that is not in LocalServiceUrls"
            );
    }

    /// <summary>The data that the adapter needs to run a turn for an authorized caller.</summary>
    public AuthenticateRequestResult CreateResult(AuthenticatedCaller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = caller.Identity,
            Audience = caller.Audience,
            CallerId = caller.CallerId,
            ConnectorFactory = _connectors,
        };
    }

    /// <summary>The same checks for endpoints of other bots that call the SDK's adapter themselves.</summary>
    /// <exception cref="UnauthorizedAccessException">The caller may not send the activity.</exception>
    /// <exception cref="SigningKeysUnavailableException">The token cannot be checked now.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity,
        string authHeader,
        CancellationToken cancellationToken
    )
    {
        HttpContext context =
            _requests.HttpContext ?? throw new UnauthorizedAccessException("There is no request to authenticate.");
        CallerAuthentication result = await AuthenticateCallerAsync(context, cancellationToken);
        result = result.Caller is { } caller ? Authorize(caller, activity) : result;
        if (result.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            throw new SigningKeysUnavailableException("The keys to check the token with are unavailable.");
        }

        return result.Caller is { } allowed
            ? CreateResult(allowed)
            : throw new UnauthorizedAccessException(result.Reason);
    }

    /// <exception cref="UnauthorizedAccessException">Always: the bot does not accept streaming connections.</exception>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader,
        string channelIdHeader,
        CancellationToken cancellationToken
    ) => throw new UnauthorizedAccessException("The bot takes no streaming connections.");

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => _connectors;

    public override Task<UserTokenClient> CreateUserTokenClientAsync(
        ClaimsIdentity claimsIdentity,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<UserTokenClient>(
            new LazyUserTokenClient(() => _sdk.CreateUserTokenClientAsync(claimsIdentity, CancellationToken.None))
        );

    public override BotFrameworkClient CreateBotFrameworkClient() => _sdk.CreateBotFrameworkClient();

    public override string GetOriginatingAudience() => _audience;

    private static BotFrameworkAuthentication CreateSdkAuthentication(
        BotOptions bot,
        ServiceClientCredentialsFactory credentials,
        IHttpClientFactory clients
    )
    {
        var cloud = BotCloud.From(bot);
        return BotFrameworkAuthenticationFactory.Create(
            channelService: null,
            validateAuthority: true,
            cloud.LoginEndpoint,
            cloud.Audience,
            bot.ChannelIssuer,
            cloud.UserTokenUrl,
            bot.ChannelMetadataUrl,
            bot.EntraMetadataUrl,
            callerId: CallerIdConstants.PublicAzureChannel,
            credentials,
            new AuthenticationConfiguration(),
            clients,
            logger: null
        );
    }

    private CallerAuthentication CheckMachine(bool isOnThisMachine) =>
        !_serviceUrls.ServesThisMachine
            ? CallerAuthentication.Forbid("neither SummitBot:Bot:AppId nor LocalServiceUrls is set: the bot is off")
        : isOnThisMachine
            ? CallerAuthentication.Allow(new AuthenticatedCaller(new ClaimsIdentity(), _audience, CallerId: null))
        : CallerAuthentication.Forbid(
            "without SummitBot:Bot:AppId only programs on this machine may come in, without a proxy"
        );

    private async Task<CallerAuthentication> CheckTokenAsync(
        IReadOnlyList<string?> authorization,
        CancellationToken cancellationToken
    )
    {
        if (ReadBearer(authorization) is not { } bearer)
        {
            return CallerAuthentication.Unauthorized("there is no bearer token");
        }

        if (_check.Read(bearer) is not { } token)
        {
            return CallerAuthentication.Unauthorized("the bearer token is not a JSON web token that names its key");
        }

        try
        {
            return await CheckIssuerAsync(token, cancellationToken);
        }
        catch (SigningKeysUnavailableException)
        {
            return CallerAuthentication.Unavailable("the keys to check the token with are unavailable");
        }
    }

    private async Task<CallerAuthentication> CheckIssuerAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (_channels.AreIssuedBy(token))
        {
            return await _channels.CheckAsync(token, cancellationToken);
        }

        return _applications.AreAllowed
            ? await _applications.CheckAsync(token, cancellationToken)
            : CallerAuthentication.Unauthorized("the token is of another issuer than ChannelIssuer");
    }

    /// <summary>Without a service URL, replies can only be sent in the response.</summary>
    private bool MayAnswerTo(string? serviceUrl, AuthenticatedCaller caller) =>
        string.IsNullOrEmpty(serviceUrl)
        || (caller.HasToken && _serviceUrls.MayHaveToken(serviceUrl))
        || (caller.IsOnThisMachine && _serviceUrls.IsLocal(serviceUrl));

    private static string? ReadBearer(IReadOnlyList<string?> headers) =>
        headers is [{ } only]
        && AuthenticationHeaderValue.TryParse(only, out AuthenticationHeaderValue? header)
        && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
        && !string.IsNullOrEmpty(header.Parameter)
            ? header.Parameter
            : null;
}
