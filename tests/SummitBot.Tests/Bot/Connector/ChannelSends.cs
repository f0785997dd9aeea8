using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Authentication;
using SummitBot.Bot.Connector;
using SummitBot.Bot.Hosting;

namespace SummitBot.Tests.Bot.Connector;

/// <summary>
/// Sends as a bot's turn does: through the adapter, whose client belongs to the activity's service URL.
/// </summary>
internal static class ChannelSends
{
    /// <summary>To the end of the conversation, or as a reply when it has a <see cref="Activity.ReplyToId"/>.</summary>
    public static Task<SendResult> SendAsync(
        this BotServices bot,
        Activity activity,
        CancellationToken cancellationToken,
        string? audience = null
    ) =>
        RunAsync(
            bot,
            activity.ServiceUrl,
            audience,
            async (adapter, turn) => (await adapter.SendActivitiesAsync(turn, [activity], cancellationToken))[0]
        );

    public static Task<SendResult> UpdateAsync(
        this BotServices bot,
        Activity activity,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            bot,
            activity.ServiceUrl,
            audience: null,
            async (adapter, turn) => await adapter.UpdateActivityAsync(turn, activity, cancellationToken)
        );

    public static Task<SendResult> DeleteAsync(
        this BotServices bot,
        ConversationReference reference,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            bot,
            reference.ServiceUrl,
            audience: null,
            async (adapter, turn) =>
            {
                await adapter.DeleteActivityAsync(turn, reference, cancellationToken);
                return null;
            }
        );

    private static async Task<SendResult> RunAsync(
        BotServices bot,
        string? serviceUrl,
        string? audience,
        Func<HardenedCloudAdapter, TurnContext, Task<ResourceResponse?>> send
    )
    {
        var adapter = bot.Get<HardenedCloudAdapter>();
        using var turn = new TurnContext(adapter, new Activity(ActivityTypes.Message));
        // Like the SDK's adapter, which disposes the client at the end of the turn.
        using IConnectorClient client = await bot.Get<ChannelConnectorFactory>()
            .CreateAsync(
                serviceUrl!,
                audience ?? bot.Get<ChannelAuthentication>().GetOriginatingAudience(),
                TestContext.Current.CancellationToken
            );
        turn.TurnState.Add(client);
        try
        {
            return new SendResult(IsSuccess: true, (await send(adapter, turn))?.Id);
        }
        catch (ErrorResponseException refused)
        {
            return new SendResult(IsSuccess: false, StatusCode: refused.StatusCode, Code: refused.Code);
        }
    }
}
