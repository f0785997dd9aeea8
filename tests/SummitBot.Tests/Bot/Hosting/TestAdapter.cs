using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Hosting;

namespace SummitBot.Tests.Bot.Hosting;

/// <summary>Carries what a turn sends to a channel of the test.</summary>
internal sealed class TestAdapter(IHostedChannel channel) : BotAdapter
{
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        var responses = new List<ResourceResponse>();
        foreach (Activity activity in activities)
        {
            responses.Add(await channel.SendAsync(activity, name: null, cancellationToken));
        }

        return [.. responses];
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    ) => channel.UpdateAsync(activity, cancellationToken);

    public override Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    ) => channel.DeleteAsync(reference, cancellationToken);
}
