using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SummitBot.DirectLine.Settings;
using SummitBot.Hosting.Hosts;

namespace SummitBot.DirectLine.Tokens;

/// <summary>Signs and checks tokens: JWTs with the claims <c>conv</c>, <c>user</c>, <c>named</c>, <c>origins</c> and
/// <c>groups</c>.</summary>
internal sealed class DirectLineTokens(TokenKey key, IOptions<DirectLineOptions> options, ISharedClock clock)
{
    /// <summary>Lifetime of a stream's address.</summary>
    public static readonly TimeSpan StreamLifetime = TimeSpan.FromSeconds(60);

    private const string Issuer = "summitbot.directline";
    private const string ConversationClaim = "conv";
    private const string UserClaim = "user";
    private const string NamedClaim = "named";
    private const string OriginClaim = "origins";
    private const string GroupClaim = "groups";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public TimeSpan Lifetime => options.Value.TokenLifetime;

    /// <summary>A token with the same contents, valid from now.</summary>
    public async ValueTask<string> CreateAsync(DirectLineToken token, TokenUse use, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [ConversationClaim] = token.Conversation,
            [UserClaim] = token.User,
        };
        if (token.IsNamed)
        {
            claims[NamedClaim] = true;
        }

        if (token.Origins.Count > 0)
        {
            claims[OriginClaim] = token.Origins;
        }

        if (token.Groups.Count > 0)
        {
            claims[GroupClaim] = token.Groups;
        }

        return Handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = use.ToString(),
                IssuedAt = now.UtcDateTime,
                Expires = (now + (use is TokenUse.Stream ? StreamLifetime : Lifetime)).UtcDateTime,
                Claims = claims,
                SigningCredentials = new SigningCredentials(
                    await key.GetAsync(cancellationToken),
                    SecurityAlgorithms.HmacSha256
                ),
            }
        );
    }

    /// <summary>
    /// The token's contents; null when it is not ours, was tampered with, is for another use, or has expired.
    /// </summary>
    /// <param name="grace">How long ago it may have expired.</param>
    public async ValueTask<DirectLineToken?> ReadAsync(
        string token,
        TokenUse use,
        TimeSpan grace,
        CancellationToken cancellationToken
    )
    {
        TokenValidationResult result = await Handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                IssuerSigningKey = await key.GetAsync(cancellationToken),
                ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
                ValidIssuer = Issuer,
                ValidAudience = use.ToString(),
                RequireExpirationTime = true,
                LifetimeValidator = (_, expires, _, _) =>
                    expires is { } end && new DateTimeOffset(end, TimeSpan.Zero) + grace > clock.GetUtcNow(),
            }
        );
        return result.IsValid && result.SecurityToken is JsonWebToken valid ? Read(valid) : null;
    }

    private static DirectLineToken? Read(JsonWebToken token) =>
        token.TryGetPayloadValue(ConversationClaim, out string conversation)
        && token.TryGetPayloadValue(UserClaim, out string user)
            ? new DirectLineToken(
                conversation,
                user,
                token.TryGetPayloadValue(NamedClaim, out bool isNamed) && isNamed,
                ReadList(token, OriginClaim)
            )
            {
                Groups = ReadList(token, GroupClaim),
            }
            : null;

    private static string[] ReadList(JsonWebToken token, string claim) =>
        [.. token.Claims.Where(c => c.Type == claim).Select(c => c.Value)];
}

/// <summary>The contents of a token with a valid signature.</summary>
/// <param name="Conversation">The one conversation that it opens.</param>
/// <param name="User">The user who speaks in it.</param>
/// <param name="IsNamed">True when a server that knows the secret gave the user's id, which is then the same in all
/// conversations of that user. Otherwise the id was generated for this conversation.</param>
/// <param name="Origins">The pages that may use it; empty for all that may use the bot.</param>
internal sealed record DirectLineToken(string Conversation, string User, bool IsNamed, IReadOnlyList<string> Origins)
{
    /// <summary>The groups of the user, as a server said that knows the secret; empty for what is public.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>For a new conversation with somebody whom nobody named.</summary>
    public static DirectLineToken ForVisitor() => new(RandomId.New(), RandomId.NewUser(), IsNamed: false, []);
}

/// <summary>
/// What a token may be used for. A token for a stream is part of a URL, which is logged, and is therefore short-lived.
/// </summary>
internal enum TokenUse
{
    /// <summary>Everything in its conversation.</summary>
    Conversation,

    /// <summary>Opening the conversation's stream.</summary>
    Stream,
}
