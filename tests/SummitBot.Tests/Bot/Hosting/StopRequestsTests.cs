using Microsoft.Bot.Schema;
using SummitBot.Bot.Hosting;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Tests.Bot.Hosting;

public sealed class StopRequestsTests
{
    [Fact]
    public async Task Stop_CancelsTheAnswerToThatQuestion_InAllHosts()
    {
        var wire = new Wire();
        var here = new StopRequests(wire);
        var there = new StopRequests(wire);
        using StopRequests.Stoppable asked = there.Begin(CreateQuestion("c1", "q1"));
        using StopRequests.Stoppable later = there.Begin(CreateQuestion("c1", "q2"));
        using StopRequests.Stoppable foreign = there.Begin(CreateQuestion("c2", "q1"));

        here.Stop("c1", "q1");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, asked.Token));
        Assert.False(later.Token.IsCancellationRequested);
        Assert.False(foreign.Token.IsCancellationRequested);
    }

    [Fact]
    public void Stop_AfterTheAnswer_IsIgnored()
    {
        var stops = new StopRequests();
        stops.Begin(CreateQuestion("c1", "q1")).Dispose();

        stops.Stop("c1", "q1");

        using StopRequests.Stoppable again = stops.Begin(CreateQuestion("c1", "q1"));
        Assert.False(again.Token.IsCancellationRequested);
    }

    private static Activity CreateQuestion(string conversation, string id) =>
        new()
        {
            Id = id,
            Conversation = new ConversationAccount { Id = conversation },
        };

    /// <summary>Delivers each message to all hosts at once.</summary>
    private sealed class Wire : IHostSignals
    {
        private readonly List<Action<string>> _receivers = [];

        public void Publish(string topic, string text) => _receivers.ForEach(receive => receive(text));

        public void Subscribe(string topic, Action<string> receive) => _receivers.Add(receive);

        public void SubscribeToGaps(Action missed) { }
    }
}
