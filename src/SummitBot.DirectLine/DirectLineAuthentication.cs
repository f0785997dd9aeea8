using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SummitBot.DirectLine.Settings;
using SummitBot.DirectLine.Tokens;

namespace SummitBot.DirectLine;

/// <summary>Says who a caller is: the holder of a token, on a page that may use it, or of the secret.</summary>
internal sealed class DirectLineAuthentication(
    DirectLineTokens tokens,
    Origins origins,
    IOptions<DirectLineOptions> options
)
{
    private const string Scheme = "Bearer ";

    /// <summary>The caller's token, or the refusal; one of them is null.</summary>
    public async ValueTask<(DirectLineToken? Token, IResult? Refusal)> ReadTokenAsync(HttpContext context)
    {
        if (Bearer(context) is not { } bearer)
        {
            return (null, DirectLineErrors.NoToken(context));
        }

        DirectLineToken? token = await tokens.ReadAsync(
            bearer,
            TokenUse.Conversation,
            TimeSpan.Zero,
            context.RequestAborted
        );
        return token is null ? (null, DirectLineErrors.BadToken())
            : MayUse(context, token) ? (token, null)
            : (null, DirectLineErrors.BadOrigin());
    }

    /// <summary>As the other, for what happens inside one conversation.</summary>
    public async ValueTask<(DirectLineToken? Token, IResult? Refusal)> ReadTokenAsync(
        HttpContext context,
        string conversation
    )
    {
        (DirectLineToken? token, IResult? refusal) = await ReadTokenAsync(context);
        return token is not null && token.Conversation != conversation
            ? (null, DirectLineErrors.OtherConversation())
            : (token, refusal);
    }

    /// <summary>True when the caller shows the secret. It takes as long for a wrong one as for the right one.</summary>
    public bool HasSecret(HttpContext context) =>
        options.Value.Secret.Length > 0
        && Bearer(context) is { } bearer
        && CryptographicOperations.FixedTimeEquals(Hash(bearer), Hash(options.Value.Secret));

    public static bool HasCredentials(HttpContext context) => Bearer(context) is not null;

    /// <summary>True when the caller is a program, or a page that may talk to the bot and use this token.</summary>
    public bool MayUse(HttpContext context, DirectLineToken token)
    {
        if (!origins.IsAllowed(context.Request))
        {
            return false;
        }

        string? origin = Origins.GetOrigin(context.Request);
        return origin is null
            || token.Origins.Count == 0
            || token.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }

    private static string? Bearer(HttpContext context) =>
        context.Request.Headers.Authorization is [{ } header]
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && header.Length > Scheme.Length
            ? header[Scheme.Length..].Trim()
            : null;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
