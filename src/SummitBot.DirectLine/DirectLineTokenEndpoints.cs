using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SummitBot.DirectLine.Settings;
using SummitBot.DirectLine.Tokens;
using SummitBot.Hosting.Activities;

namespace SummitBot.DirectLine;

/// <summary>Gives tokens: to servers that show the secret, to holders of tokens, and to web pages of allowed origins.</summary>
internal sealed class DirectLineTokenEndpoints(
    DirectLineAuthentication authentication,
    DirectLineTokens tokens,
    DirectLineLimits limits,
    Origins origins,
    IActivityLog log,
    IOptions<DirectLineOptions> options
)
{
    /// <summary><c>POST tokens/generate</c>: for a server that knows the secret. The conversation does not begin yet.</summary>
    public async Task<IResult> GenerateAsync(HttpContext context)
    {
        if (!DirectLineAuthentication.HasCredentials(context))
        {
            return DirectLineErrors.NoToken(context);
        }

        if (!authentication.HasSecret(context))
        {
            return DirectLineErrors.BadSecret();
        }

        return await TokenRequestReader.ReadAsync(context.Request, context.RequestAborted) is not { } request
                ? Malformed()
            : request.Problem is { } problem ? DirectLineErrors.BadActivity(StatusCodes.Status400BadRequest, problem)
            : await IssueAsync(context, request.ForNewConversation());
    }

    /// <summary><c>POST tokens/refresh</c>: another token for the same conversation.</summary>
    public async Task<IResult> RefreshAsync(HttpContext context)
    {
        (DirectLineToken? token, IResult? refusal) = await authentication.ReadTokenAsync(context);
        return token is null ? refusal! : await IssueAsync(context, token);
    }

    /// <summary>
    /// <c>POST /api/webchat/token</c>: for pages, without a secret. Given a token that is over, the new one is for the same
    /// conversation if that is still there; else for a new one.
    /// </summary>
    public async Task<IResult> IssueToPageAsync(HttpContext context)
    {
        if (!origins.IsAllowed(context.Request))
        {
            return DirectLineErrors.BadOrigin();
        }

        if (await TokenRequestReader.ReadAsync(context.Request, context.RequestAborted) is not { } request)
        {
            return Malformed();
        }

        if (await limits.WaitForTokenAsync(context) is { } wait)
        {
            return DirectLineErrors.TooMany(context, wait);
        }

        DirectLineToken? known = request.Token is { } previous ? await ReadPreviousAsync(context, previous) : null;
        return await IssueAsync(context, known ?? DirectLineToken.ForVisitor());
    }

    private async Task<DirectLineToken?> ReadPreviousAsync(HttpContext context, string previous)
    {
        CancellationToken cancelled = context.RequestAborted;
        var grace = TimeSpan.FromHours(options.Value.RenewalHours);
        return
            await tokens.ReadAsync(previous, TokenUse.Conversation, grace, cancelled) is { } token
            && authentication.MayUse(context, token)
            && await log.FindAsync(token.Conversation, cancelled) is { IsEnded: false }
            ? token
            : null;
    }

    private async Task<IResult> IssueAsync(HttpContext context, DirectLineToken token) =>
        TypedResults.Json(
            new ConversationBody(
                token.Conversation,
                await tokens.CreateAsync(token, TokenUse.Conversation, context.RequestAborted),
                (int)tokens.Lifetime.TotalSeconds
            ),
            DirectLineJson.Default.ConversationBody
        );

    private static IResult Malformed() =>
        DirectLineErrors.BadActivity(
            StatusCodes.Status400BadRequest,
            "The body must be empty or a JSON object with a user, trustedOrigins or a token."
        );
}
