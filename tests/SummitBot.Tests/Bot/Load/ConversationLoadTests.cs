using Microsoft.Extensions.DependencyInjection;
using SummitBot.Tests.Web;

namespace SummitBot.Tests.Bot.Load;

/// <summary>A small version of the load that the benchmarks measure.</summary>
public sealed class ConversationLoadTests
{
    [Fact]
    public async Task UnderLoad_OverALossyChannel_EveryQuestionIsAnsweredOnce_AndInOrder()
    {
        CancellationToken cancelled = TestContext.Current.CancellationToken;
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using LossyChannel channel = await LossyChannel.StartAsync(
            TimeSpan.FromMilliseconds(10),
            refusedShare: 0.03,
            cancelled
        );
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            // Fewer than there are questions: some must be sent again.
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Bot:QueueLength"] = "50" },
            services => services.AddSingleton(TimeProvider.System)
        );
        var load = new ConversationLoad(
            host.Client,
            channel,
            Conversations: 20,
            Turns: 5,
            ["Who cut a rope of nettles?", "What did the harbour cost?", "Who retired from the lighthouse?"]
        )
        {
            Outage = TimeSpan.FromSeconds(1),
            SettleTime = TimeSpan.FromSeconds(1),
            Limit = TimeSpan.FromMinutes(1),
        };

        LoadResult result = await load.RunAsync(cancelled);

        Assert.Equal((0, 0, 0), (result.Lost, result.Repeated, result.Disordered));
        Assert.True(channel.Refusals > 0);
    }
}
