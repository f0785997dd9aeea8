using Microsoft.Bot.Schema;

namespace SummitBot.Tests.Bot.Hosting;

public sealed class ShutdownTests
{
    [Fact]
    public async Task AHostThatStops_FinishesWhatItAccepted()
    {
        var gate = new TaskCompletionSource();
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            async (turn, token) =>
            {
                await gate.Task;
                await turn.SendActivityAsync(turn.Activity.Text!, cancellationToken: token);
            }
        );
        await host.PostAsync(ProtocolHost.Message("one"));
        await host.PostAsync(ProtocolHost.Message("two"));

        Task stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        await stopping;

        Assert.Equal(["one", "two"], host.Texts);
    }

    [Fact]
    public async Task WhatItCannotFinish_ItTellsTheUsers()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            (_, token) => Task.Delay(Timeout.Infinite, token),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["SummitBot:Bot:Workers"] = "1" },
            // Leaves no time for waiting after the time reserved for telling users.
            shutdown: TimeSpan.FromSeconds(5)
        );
        await host.PostAsync(ProtocolHost.Message("runs", "c1"));
        await host.PostAsync(ProtocolHost.Message("waits", "c2"));

        await host.StopAsync();

        Assert.Equal(2, host.Texts.Count());
        Assert.All(host.Texts, text => Assert.Contains("ask again", text, StringComparison.Ordinal));
        Assert.Equal(["c1", "c2"], host.Channel.Sent.Select(a => a.Conversation!.Id));
    }

    [Fact]
    public async Task ATurnThatTakesTooLong_IsBrokenOff_AndTheUserIsTold()
    {
        await using ProtocolHost host = await ProtocolHost.StartAsync(
            (_, token) => Task.Delay(Timeout.Infinite, token),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["SummitBot:Bot:TurnSeconds"] = "1" }
        );

        await host.PostAsync(ProtocolHost.Message("hi"));
        await host.UntilAsync(() => host.Channel.Sent.Count == 1);

        Assert.Equal(ActivityTypes.Message, host.Channel.Sent[0].Type);
        Assert.Contains("ask again", host.Channel.Sent[0].Text, StringComparison.Ordinal);
    }
}
