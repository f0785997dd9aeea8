using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Bot.Schema;

namespace SummitBot.Tests.Bot.Hosting;

public sealed class TurnOrderTests
{
    [Fact]
    public async Task TurnsOfOneConversation_AreTakenInOrder_AndNeverTwoAtOnce()
    {
        var running = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        int overlaps = 0;
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            async (turn, token) =>
            {
                string conversation = turn.Activity.Conversation!.Id!;
                int now = running.AddOrUpdate(conversation, 1, (_, n) => n + 1);
                Interlocked.Add(ref overlaps, now - 1);
                await Task.Yield();
                await turn.SendActivityAsync(turn.Activity.Text!, cancellationToken: token);
                running.AddOrUpdate(conversation, 0, (_, n) => n - 1);
            }
        );

        for (int i = 0; i < 40; i++)
        {
            for (int c = 0; c < 5; c++)
            {
                await host.PostAsync(ProtocolHost.Message(i.ToString(CultureInfo.InvariantCulture), $"c{c}"));
            }
        }

        await host.UntilAsync(() => host.Channel.Sent.Count == 200);
        Assert.Equal(0, overlaps);
        Assert.All(
            host.Channel.Sent.GroupBy(a => a.Conversation!.Id),
            conversation =>
                Assert.Equal(
                    Enumerable.Range(0, 40).Select(i => i.ToString(CultureInfo.InvariantCulture)),
                    conversation.Select(a => a.Text)
                )
        );
    }

    [Fact]
    public async Task AConversationThatWaits_HoldsNoOtherUp()
    {
        var gate = new TaskCompletionSource();
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            async (turn, token) =>
            {
                if (turn.Activity.Conversation!.Id == "slow")
                {
                    await gate.Task;
                }

                await turn.SendActivityAsync(turn.Activity.Text!, cancellationToken: token);
            }
        );

        await host.PostAsync(ProtocolHost.Message("slow", "slow"));
        await host.PostAsync(ProtocolHost.Message("fast", "fast"));
        await host.UntilAsync(() => host.Texts.Contains("fast"));
        Assert.DoesNotContain("slow", host.Texts);
        gate.SetResult();
        await host.UntilAsync(() => host.Texts.Contains("slow"));
    }

    [Fact]
    public async Task AnInvoke_DoesNotWaitForTheTurnOfItsConversation()
    {
        var gate = new TaskCompletionSource();
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            (turn, _) => turn.Activity.Type == ActivityTypes.Message ? gate.Task : Task.CompletedTask
        );
        Activity invoke = ProtocolHost.Message("");
        invoke.Type = ActivityTypes.Invoke;
        await host.PostAsync(ProtocolHost.Message("slow"));

        using HttpResponseMessage response = await host.PostAsync(invoke);

        Assert.False(gate.Task.IsCompleted);
        Assert.Equal(System.Net.HttpStatusCode.NotImplemented, response.StatusCode);
        gate.SetResult();
    }
}
