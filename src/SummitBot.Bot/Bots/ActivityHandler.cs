using System.Net;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Turns;

namespace SummitBot.Bot.Bots;

/// <summary>
/// A bot with a method for every type of activity; all do nothing unless overridden, but an invoke that nobody takes is
/// answered with 501.
/// </summary>
public class ActivityHandler : IBot
{
    private const string Add = "add";
    private const string AddUpgrade = "add-upgrade";
    private const string Remove = "remove";
    private const string RemoveUpgrade = "remove-upgrade";

    public virtual async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity.Type == ActivityTypes.Invoke)
        {
            InvokeResponse? response = await OnInvokeActivityAsync(
                new DelegatingTurnContext<IInvokeActivity>(turnContext),
                cancellationToken
            );
            // A bot may have sent its answer by itself.
            if (response is not null && turnContext.TurnState.Get<Activity>(InvokeReply.Key) is null)
            {
                await turnContext.SendActivityAsync(InvokeReply.Of(response), cancellationToken);
            }

            return;
        }

        await DispatchAsync(turnContext, cancellationToken);
    }

    /// <summary>Makes the answer to an invoke that went well.</summary>
    protected static InvokeResponse CreateInvokeResponse(object? body = null) =>
        new() { Status = (int)HttpStatusCode.OK, Body = body };

    protected virtual Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        IConversationUpdateActivity update = turnContext.Activity;
        string? bot = update.Recipient?.Id;
        return update switch
        {
            { MembersAdded: { } added } when IsAnyoneBut(bot, added) => OnMembersAddedAsync(
                added,
                turnContext,
                cancellationToken
            ),
            { MembersRemoved: { } removed } when IsAnyoneBut(bot, removed) => OnMembersRemovedAsync(
                removed,
                turnContext,
                cancellationToken
            ),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>Somebody else than the bot came; the bot may be among those who did.</summary>
    protected virtual Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Somebody else than the bot went; the bot may be among those who did.</summary>
    protected virtual Task OnMembersRemovedAsync(
        IList<ChannelAccount> membersRemoved,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual async Task OnMessageReactionActivityAsync(
        ITurnContext<IMessageReactionActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity.ReactionsAdded is { } added)
        {
            await OnReactionsAddedAsync(added, turnContext, cancellationToken);
        }

        if (turnContext.Activity.ReactionsRemoved is { } removed)
        {
            await OnReactionsRemovedAsync(removed, turnContext, cancellationToken);
        }
    }

    protected virtual Task OnReactionsAddedAsync(
        IList<MessageReaction> messageReactions,
        ITurnContext<IMessageReactionActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnReactionsRemovedAsync(
        IList<MessageReaction> messageReactions,
        ITurnContext<IMessageReactionActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnEventActivityAsync(
        ITurnContext<IEventActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.Name == "tokens/response"
            ? OnTokenResponseEventAsync(turnContext, cancellationToken)
            : OnEventAsync(turnContext, cancellationToken);
    }

    protected virtual Task OnTokenResponseEventAsync(
        ITurnContext<IEventActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnEventAsync(
        ITurnContext<IEventActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>The answer; null when the bot has sent it by itself.</summary>
    protected virtual Task<InvokeResponse?> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.FromResult<InvokeResponse?>(new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented });

    protected virtual Task OnEndOfConversationActivityAsync(
        ITurnContext<IEndOfConversationActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnTypingActivityAsync(
        ITurnContext<ITypingActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.Action switch
        {
            Add or AddUpgrade => OnInstallationUpdateAddAsync(turnContext, cancellationToken),
            Remove or RemoveUpgrade => OnInstallationUpdateRemoveAsync(turnContext, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    protected virtual Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnCommandActivityAsync(
        ITurnContext<ICommandActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnCommandResultActivityAsync(
        ITurnContext<ICommandResultActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    protected virtual Task OnUnrecognizedActivityTypeAsync(
        ITurnContext turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    private Task DispatchAsync(ITurnContext turn, CancellationToken token) =>
        turn.Activity.Type switch
        {
            ActivityTypes.Message => OnMessageActivityAsync(As<IMessageActivity>(turn), token),
            ActivityTypes.MessageUpdate => OnMessageUpdateActivityAsync(As<IMessageUpdateActivity>(turn), token),
            ActivityTypes.MessageDelete => OnMessageDeleteActivityAsync(As<IMessageDeleteActivity>(turn), token),
            ActivityTypes.ConversationUpdate => OnConversationUpdateActivityAsync(
                As<IConversationUpdateActivity>(turn),
                token
            ),
            ActivityTypes.MessageReaction => OnMessageReactionActivityAsync(As<IMessageReactionActivity>(turn), token),
            ActivityTypes.Event => OnEventActivityAsync(As<IEventActivity>(turn), token),
            ActivityTypes.EndOfConversation => OnEndOfConversationActivityAsync(
                As<IEndOfConversationActivity>(turn),
                token
            ),
            ActivityTypes.Typing => OnTypingActivityAsync(As<ITypingActivity>(turn), token),
            ActivityTypes.InstallationUpdate => OnInstallationUpdateActivityAsync(
                As<IInstallationUpdateActivity>(turn),
                token
            ),
            ActivityTypes.Command => OnCommandActivityAsync(As<ICommandActivity>(turn), token),
            ActivityTypes.CommandResult => OnCommandResultActivityAsync(As<ICommandResultActivity>(turn), token),
            _ => OnUnrecognizedActivityTypeAsync(turn, token),
        };

    private static DelegatingTurnContext<T> As<T>(ITurnContext turn)
        where T : IActivity => new(turn);

    private static bool IsAnyoneBut(string? bot, IList<ChannelAccount> members) =>
        members.Any(m => m is not null && m.Id != bot);
}
