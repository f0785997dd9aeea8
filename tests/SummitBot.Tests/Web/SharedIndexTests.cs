using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Hosting.Hosts;
using SummitBot.Web.Corpus;

namespace SummitBot.Tests.Web;

/// <summary>Hosts that share an index by snapshots; the test says who has the lease.</summary>
public sealed class SharedIndexTests : IDisposable
{
    private const string Question = "Who cut a rope of nettles?";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private readonly TestLease _lease = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Shared => Path.Combine(Path.GetDirectoryName(_folder.Corpus)!, "shared");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OneHostBuilds_TheOtherInstalls_AndGoesOnWhenItGetsTheLease()
    {
        await using WebTestHost builder = await StartReadyAsync("builder");
        await using WebTestHost follower = await StartReadyAsync("follower");
        Assert.Equal("builder", _lease.Holder);
        Assert.Single(builder.Logs.Lines, l => l.Text.StartsWith("Ready: ", StringComparison.Ordinal));

        Change("Mayor Nils Ohm cut a rope of nettles.");
        await UntilAnsweredAsync(builder, "Nils Ohm");
        await UntilAnsweredAsync(follower, "Nils Ohm");
        Assert.DoesNotContain(follower.Logs.Lines, l => l.Text.StartsWith("Ready: ", StringComparison.Ordinal));

        await builder.DisposeAsync();
        Assert.NotEqual("builder", _lease.Holder);
        Change("Mayor Vera Sand cut a rope of nettles.");
        await UntilAnsweredAsync(follower, "Vera Sand");
        Assert.Equal("follower", _lease.Holder);
    }

    [Fact]
    public async Task AHostThatCannotBuild_LeavesTheLeaseToAnother()
    {
        await using WebTestHost broken = Start("broken", corpus: _folder.Corpus + "-elsewhere");
        await broken.UntilAsync(() =>
            Task.FromResult(broken.Logs.Lines.Any(l => l.Text.Contains("-elsewhere", StringComparison.Ordinal)))
        );
        _lease.Expire();
        await using WebTestHost other = await StartReadyAsync("other");

        Assert.Equal("other", _lease.Holder);
        // It goes on with what the other one publishes.
        await UntilAnsweredAsync(broken, "Ada Quill");
        Assert.Equal("other", _lease.Holder);
    }

    [Fact]
    public async Task AHostThatLostTheLeaseWhileItBuilt_PublishesNothing()
    {
        await using WebTestHost host = await StartReadyAsync(
            "host",
            services: services =>
                CorpusRefreshTests.ReplaceReader(services, files => new LeaseTakingReader(files, _lease))
        );

        Assert.Equal("another host", _lease.Holder);
        Assert.False(Directory.Exists(Shared));
    }

    [Fact]
    public async Task APinnedSnapshot_IsServedByAllHosts_UntilItIsUnpinned()
    {
        await using WebTestHost builder = await StartReadyAsync("builder");
        await using WebTestHost follower = await StartReadyAsync("follower");
        var snapshots = follower.Services.GetRequiredService<IIndexSnapshots>();
        string first = snapshots.List().Single(s => s.IsCurrent).Id;
        Change("Mayor Nils Ohm cut a rope of nettles.");
        await UntilAnsweredAsync(builder, "Nils Ohm");
        await UntilAnsweredAsync(follower, "Nils Ohm");

        snapshots.Pin(first);
        await UntilAnsweredAsync(builder, "Ada Quill");
        await UntilAnsweredAsync(follower, "Ada Quill");
        Change("Mayor Vera Sand cut a rope of nettles.");
        Task<bool> refresh = builder.Services.GetRequiredService<CorpusSignal>().RequestRefresh();
        await UntilAnsweredAsync(builder, "Ada Quill");
        Assert.False(await refresh.WaitAsync(TimeSpan.FromSeconds(30), Cancelled));
        await UntilAnsweredAsync(builder, "Ada Quill");

        snapshots.Unpin();
        await UntilAnsweredAsync(builder, "Vera Sand");
        await UntilAnsweredAsync(follower, "Vera Sand");
    }

    private void Change(string text) =>
        _folder.Write("harbour-opens.md", $"---\ntitle: The new harbour opens\n---\nThe harbour opened. {text}\n");

    private WebTestHost Start(string name, string? corpus = null, Action<IServiceCollection>? services = null) =>
        new(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Corpus:Paths:0"] = corpus ?? _folder.Corpus,
                // The tests' clock runs faster than files are read.
                ["Corpus:MaxFileSeconds"] = "600",
                ["Index:Path"] = $"{_folder.Index}-{name}",
                ["Index:Snapshots"] = Shared,
                ["Storage:Path"] = $"{_folder.Database}-{name}",
            },
            all =>
            {
                all.AddSingleton<IHostLease>(new HeldLease(name, _lease));
                services?.Invoke(all);
            }
        );

    private async Task<WebTestHost> StartReadyAsync(string name, Action<IServiceCollection>? services = null)
    {
        WebTestHost host = Start(name, services: services);
        await UntilAsync(
            host,
            async () =>
            {
                using HttpResponseMessage ready = await host.Client.GetAsync("/readyz", Cancelled);
                return ready.StatusCode == HttpStatusCode.OK;
            }
        );
        return host;
    }

    private static Task UntilAnsweredAsync(WebTestHost host, string text) =>
        UntilAsync(
            host,
            async () =>
            {
                using HttpResponseMessage answer = await host.AskAsync(new { question = Question });
                return (await answer.Content.ReadAsStringAsync(Cancelled)).Contains(text, StringComparison.Ordinal);
            }
        );

    /// <summary>No messages go between these hosts, so they look when their time has come.</summary>
    private static Task UntilAsync(WebTestHost host, Func<Task<bool>> isTrue) =>
        host.UntilAsync(() =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(2));
            return isTrue();
        });

    private sealed class TestLease
    {
        private readonly Lock _lock = new();

        public string? Holder { get; private set; }

        public bool TryHold(string name)
        {
            lock (_lock)
            {
                Holder ??= name;
                return Holder == name;
            }
        }

        public void Release(string name)
        {
            lock (_lock)
            {
                Holder = Holder == name ? null : Holder;
            }
        }

        public void Expire(string? next = null)
        {
            lock (_lock)
            {
                Holder = next;
            }
        }
    }

    private sealed class HeldLease(string name, TestLease lease) : IHostLease
    {
        public TimeSpan Duration => TimeSpan.FromSeconds(15);

        public Task<bool> TryHoldAsync(string work, CancellationToken cancellationToken) =>
            Task.FromResult(lease.TryHold(name));

        public Task ReleaseAsync(string work, CancellationToken cancellationToken)
        {
            lease.Release(name);
            return Task.CompletedTask;
        }
    }

    /// <summary>Another host takes the lease while this one reads.</summary>
    private sealed class LeaseTakingReader(IArticleReader files, TestLease lease) : IArticleReader
    {
        public ArticleFileListing Find(IReadOnlyCollection<string> paths)
        {
            lease.Expire("another host");
            return files.Find(paths);
        }

        public Task<IReadOnlyList<ArticleReadResult>> ReadAsync(
            ArticleFile file,
            CancellationToken cancellationToken
        ) => files.ReadAsync(file, cancellationToken);
    }
}
