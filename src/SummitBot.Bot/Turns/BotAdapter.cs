using System.Security.Claims;
using SummitBot.Bot.Activities;

namespace SummitBot.Bot.Turns;

/// <summary>Joins bots to a channel: runs their turns and carries what they send.</summary>
public abstract class BotAdapter
{
    /// <summary>The key in <see cref="ITurnContext.TurnState"/> of who sent the activity, a <see cref="ClaimsIdentity"/>.</summary>
    public const string BotIdentityKey = "BotIdentity";

    /// <summary>What happens when a turn throws; without it the exception goes on.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    public MiddlewareSet MiddlewareSet { get; } = [];

    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <returns>As many as activities, in their order.</returns>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    );

    public abstract Task<ResourceResponse?> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    );

    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    );

    /// <summary>Runs a turn that the bot itself begins.</summary>
    /// <param name="botId">The bot's app id.</param>
    public abstract Task ContinueConversationAsync(
        string botId,
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    );

    /// <summary>Runs a turn.</summary>
    /// <returns>The answer to an invoke, or to an activity that expects its replies in the response; otherwise null.</returns>
    public abstract Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity,
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    );

    protected async Task RunPipelineAsync(
        ITurnContext turnContext,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken);
        }
        catch (Exception exception) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, exception);
        }
    }
}
