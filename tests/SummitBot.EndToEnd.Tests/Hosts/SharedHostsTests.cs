using System.Net.WebSockets;
using System.Text.Json;

namespace SummitBot.EndToEnd.Tests.Hosts;

/// <summary>Two hosts, PostgreSQL and nginx as real processes: each is killed while people talk, and nothing is lost or doubled.</summary>
public sealed class SharedHostsTests(HostCluster cluster) : IClassFixture<HostCluster>
{
    private const int Visitors = 6;

    private static readonly string[] Questions =
    [
        CliFolder.Question,
        "What did the mill of Lower Tarn grind?",
        "Until when did the mill grind barley?",
        "What did the band do?",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThroughTheProxy_EachRequestIsTakenByAnotherHost_AndKnowsTheVisitor()
    {
        using HttpClient http = cluster.Nginx.CreateClient();
        using var visitor = new Visitor(http);
        await visitor.StartAsync();
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        Task socket = visitor.ListenAsync(listening.Token);

        foreach (string question in Questions)
        {
            await visitor.AskAsync(question, Cancelled);
        }

        // No answer had to be asked for twice: each host took the token that the other gave.
        Assert.Equal(0, visitor.Repeated);
        await listening.CancelAsync();
        await socket;
        await CheckAsync(visitor);
    }

    [Fact]
    public async Task WhoeverIsKilled_VisitorsGetEachAnswerOnce()
    {
        using HttpClient http = cluster.Nginx.CreateClient();
        Visitor[] visitors = [.. Enumerable.Range(0, Visitors).Select(_ => new Visitor(http))];
        await Task.WhenAll(visitors.Select(v => v.StartAsync()));
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        Task[] sockets = [.. visitors.Select(v => v.ListenAsync(listening.Token))];

        Task[] talks = [.. visitors.Select(v => TalkAsync(v))];
        await KillEverybodyAsync();
        try
        {
            await Task.WhenAll(talks);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"An answer never came.\n{cluster.Logs}");
        }

        await listening.CancelAsync();
        await Task.WhenAll(sockets);
        foreach (Visitor visitor in visitors)
        {
            await CheckAsync(visitor);
            visitor.Dispose();
        }
    }

    [Fact]
    public async Task WhatALostHostHadAccepted_TheOtherAnswersInTeams_Once()
    {
        using var connector = new Connector();
        using HttpClient http = cluster.Nginx.CreateClient(cluster.Nginx.LocalAddress);
        var client = new PersistentClient(http);
        connector.CutOff();
        var ids = new List<string>();
        for (int i = 0; i < 12; i++)
        {
            string id = $"teams-{Guid.NewGuid():N}";
            ids.Add(id);
            await client.PostAsync(
                "/api/messages",
                Message(connector, id, $"19:{i % 4}@thread.tacv2", Questions[i % 4])
            );
        }

        await UntilAsync(() => connector.Held > 0);
        await cluster.KillHostAsync(0);
        // What came twice is known by the other host too.
        await client.PostAsync("/api/messages", Message(connector, ids[0], "19:0@thread.tacv2", Questions[0]));
        await cluster.KillHostAsync(1);
        // Only now: what is acknowledged in the milliseconds before a host is lost is sent twice, as the manual says.
        connector.Reconnect();
        cluster.StartHost(0);
        cluster.StartHost(1);

        await UntilAsync(() => ids.TrueForAll(id => connector.Messages.Any(m => Visitor.ReplyTo(m) == id)));
        await cluster.UntilReadyAsync();
        string?[] answered = [.. connector.Messages.Select(Visitor.ReplyTo).Where(id => ids.Contains(id!))];
        Assert.Equal(ids.Order(), answered.Order());
        // Those of one conversation came in their order.
        for (int conversation = 0; conversation < 4; conversation++)
        {
            IEnumerable<string> asked = ids.Where((_, i) => i % 4 == conversation);
            Assert.Equal(asked, answered.Where(asked.Contains));
        }
    }

    [Fact]
    public async Task AProxyThatDropsUpgrade_IsNamedInTheLog()
    {
        using var socket = new ClientWebSocket();
        var address = new UriBuilder(cluster.Nginx.LocalAddress)
        {
            Scheme = "ws",
            Path = "/v3/directline/conversations/any/stream",
        };

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address.Uri, Cancelled));

        await UntilAsync(() => cluster.Logs.Contains("drops the header Upgrade", StringComparison.Ordinal));
    }

    private static async Task TalkAsync(Visitor visitor)
    {
        foreach (string question in Questions)
        {
            await visitor.AskAsync(question, Cancelled);
        }
    }

    /// <summary>One after the other, each while the others work.</summary>
    private async Task KillEverybodyAsync()
    {
        await cluster.KillHostAsync(0);
        cluster.StartHost(0);
        await cluster.UntilReadyAsync();
        cluster.Server.Kill();
        cluster.Server.Resume();
        await Task.Delay(200, Cancelled);
        cluster.Nginx.Kill();
        cluster.Nginx.Start();
        await Task.Delay(200, Cancelled);
        await cluster.KillHostAsync(1);
        cluster.StartHost(1);
        await cluster.UntilReadyAsync();
    }

    /// <summary>A welcome, then each question with its answer, in order and once; the socket showed the same.</summary>
    private async Task CheckAsync(Visitor visitor)
    {
        IReadOnlyList<JsonElement> kept = await visitor.ReadAsync();
        string all = string.Join('\n', kept.Select(m => m.ToString())) + cluster.Logs;
        JsonElement[] asked = [.. kept.Where(m => Questions.Contains(Visitor.GetText(m)))];
        Assert.True(Questions.SequenceEqual(asked.Select(a => Visitor.GetText(a)!)), all);
        foreach (JsonElement question in asked)
        {
            Assert.True(kept.Count(m => Visitor.ReplyTo(m) == Visitor.GetId(question)) == 1, all);
        }

        Assert.True(kept.Count == (2 * Questions.Length) + 1, all);
        Assert.Equal(kept.Select(Visitor.GetId), visitor.Heard.Select(Visitor.GetId));
    }

    private static object Message(Connector connector, string id, string conversation, string text) =>
        new
        {
            type = "message",
            id,
            channelId = "msteams",
            serviceUrl = connector.ServiceUrl,
            from = new { id = "29:visitor", name = "Alex" },
            recipient = new { id = "28:bot", name = "SummitBot" },
            conversation = new
            {
                id = conversation,
                conversationType = "groupChat",
                isGroup = true,
            },
            text,
            locale = "en-US",
        };

    private async Task UntilAsync(Func<bool> isTrue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!isTrue())
        {
            Assert.False(limit.IsCancellationRequested, $"It never came.\n{cluster.Logs}");
            await Task.Delay(50, Cancelled);
        }
    }
}
