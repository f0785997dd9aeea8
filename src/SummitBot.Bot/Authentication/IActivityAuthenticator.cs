using Microsoft.AspNetCore.Http;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Authentication;

/// <summary>Decides who may bring an activity.</summary>
public interface IActivityAuthenticator
{
    /// <summary>Looks at the caller, its token, and whether the token fits the activity.</summary>
    /// <param name="activity">As it was sent; nothing of it may be trusted yet.</param>
    ValueTask<ActivityAuthentication> AuthenticateAsync(
        HttpContext context,
        Activity activity,
        CancellationToken cancellationToken
    );
}
