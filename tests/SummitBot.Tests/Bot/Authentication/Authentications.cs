using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Authentication.Callers;

namespace SummitBot.Tests.Bot.Authentication;

internal static class Authentications
{
    /// <summary>Like the endpoint: first the caller, then whether it may send the activity.</summary>
    public static async Task<CallerAuthentication> AuthenticateAsync(
        this ChannelAuthentication authentication,
        HttpContext context,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        CallerAuthentication result = await authentication.AuthenticateCallerAsync(context, cancellationToken);
        return result.Caller is { } caller ? authentication.Authorize(caller, activity) : result;
    }
}
