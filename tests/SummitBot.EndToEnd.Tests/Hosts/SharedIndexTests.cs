using System.Text.RegularExpressions;

namespace SummitBot.EndToEnd.Tests.Hosts;

/// <summary>Two hosts as real processes with an index each, which one of them builds.</summary>
public sealed class SharedIndexTests(HostCluster cluster) : IClassFixture<HostCluster>
{
    private const string Built = "Ready: ";

    private static readonly int[] Hosts = [0, 1];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneHostBuilds_TheOtherTakesItsSnapshots_AndBuildsOnceThatIsKilled()
    {
        int builder = Assert.Single(Hosts, HasBuilt);
        int follower = 1 - builder;
        Assert.Contains("is in use", cluster.GetLog(follower), StringComparison.Ordinal);

        cluster.WriteArticle("Nils Ohm");
        await UntilAnsweredAsync("Nils Ohm", Hosts);
        Assert.False(HasBuilt(follower), cluster.Logs);

        await cluster.KillHostAsync(builder);
        cluster.WriteArticle("Vera Sand");
        await UntilAnsweredAsync("Vera Sand", follower);
        Assert.True(HasBuilt(follower), cluster.Logs);

        cluster.StartHost(builder);
        await cluster.UntilReadyAsync();
        await UntilAnsweredAsync("Vera Sand", builder);
        Assert.False(HasBuilt(builder), cluster.Logs);
    }

    [Fact]
    public async Task APinnedSnapshot_IsServedByBothHosts_UntilItIsUnpinned()
    {
        cluster.WriteArticle("Otto Reed");
        await UntilAnsweredAsync("Otto Reed", Hosts);
        string list = await cluster.RunSnapshotsAsync("list");
        Match current = Regex.Match(
            list,
            "^(?<id>[0-9a-f]{16})  .*  current",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        Assert.True(current.Success, list);
        string id = current.Groups["id"].Value;
        cluster.WriteArticle("Ines Hall");
        await UntilAnsweredAsync("Ines Hall", Hosts);

        string pinned = await cluster.RunSnapshotsAsync("pin", id[..8]);

        Assert.Contains(id, pinned, StringComparison.Ordinal);
        await UntilAnsweredAsync("Otto Reed", Hosts);
        cluster.WriteArticle("Karl Moss");
        Assert.Contains($"{id} ", await cluster.RunSnapshotsAsync("list"), StringComparison.Ordinal);
        await UntilAnsweredAsync("Otto Reed", Hosts);

        await cluster.RunSnapshotsAsync("unpin");
        await UntilAnsweredAsync("Karl Moss", Hosts);
    }

    private bool HasBuilt(int host) => cluster.GetLog(host).Contains(Built, StringComparison.Ordinal);

    private async Task UntilAnsweredAsync(string mayor, params int[] hosts)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        foreach (int host in hosts)
        {
            while (
                !(await cluster.AskAsync(host, CliFolder.Question, Cancelled)).Contains(mayor, StringComparison.Ordinal)
            )
            {
                Assert.False(limit.IsCancellationRequested, $"Host {host} never said {mayor}.\n{cluster.Logs}");
                await Task.Delay(100, Cancelled);
            }
        }
    }
}
