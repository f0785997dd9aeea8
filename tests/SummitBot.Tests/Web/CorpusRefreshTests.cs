using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SummitBot.Core.Articles;
using SummitBot.Web.Corpus;

namespace SummitBot.Tests.Web;

public sealed class CorpusRefreshTests
{
    [Fact]
    public async Task Readyz_OnceTheCorpusIsRead_SaysWhatTheIndexHolds()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);

        JsonElement ready = await host.Client.GetFromJsonAsync<JsonElement>(
            "/readyz",
            TestContext.Current.CancellationToken
        );

        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(3, ready.GetProperty("articles").GetInt32());
        Assert.InRange(ready.GetProperty("passages").GetInt32(), 3, 10);
        Assert.True(ready.GetProperty("committedAt").TryGetDateTimeOffset(out _));
        await UntilLoggedAsync(host, "Ready: 3 articles, ");
    }

    [Fact]
    public async Task Host_WithoutACorpus_IsAliveButNotReady_AndBecomesReadyOnceItIsThere()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        string elsewhere = folder.Corpus + "-elsewhere";
        Directory.Move(folder.Corpus, elsewhere);
        await using var host = new WebTestHost(folder);

        await UntilLoggedAsync(host, folder.Corpus);
        using HttpResponseMessage live = await host.Client.GetAsync("/healthz", TestContext.Current.CancellationToken);
        using HttpResponseMessage ready = await host.Client.GetAsync("/readyz", TestContext.Current.CancellationToken);
        using HttpResponseMessage answer = await host.AskAsync(new { question = "Who cut a rope of nettles?" });

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        foreach (HttpResponseMessage response in new[] { ready, answer })
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(CorpusRefresher.RetryPause, response.Headers.RetryAfter?.Delta);
        }

        Directory.Move(elsewhere, folder.Corpus);
        host.Time.Advance(CorpusRefresher.RetryPause);
        await host.UntilAsync("/readyz", HttpStatusCode.OK);
        Assert.Equal(
            "answered",
            (await host.AnswerAsync("Who cut a rope of nettles?")).GetProperty("outcome").GetString()
        );
    }

    [Fact]
    public async Task TheSameError_IsLoggedOnce()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        Directory.Delete(folder.Corpus, recursive: true);
        CountingReader? reader = null;
        await using var host = new WebTestHost(
            folder,
            services: services => ReplaceReader(services, files => reader = new CountingReader(files))
        );

        await host.UntilAsync(() =>
        {
            host.Time.Advance(CorpusRefresher.RetryPause);
            return Task.FromResult(reader?.Searches > 5);
        });

        Assert.Contains(host.Logs.Lines, l => l.Text.Contains(folder.Corpus, StringComparison.Ordinal));
        Assert.Single(host.Logs.Lines, l => l.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Host_WhoseCorpusIsGone_ServesTheIndexItHas()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using (await WebTestHost.StartReadyAsync(folder)) { }

        Directory.Delete(folder.Corpus, recursive: true);
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        await UntilLoggedAsync(host, folder.Corpus);
        JsonElement answer = await host.AnswerAsync("Who cut a rope of nettles?");

        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        await host.UntilAsync("/readyz", HttpStatusCode.OK);
    }

    [Fact]
    public async Task AnArticleThatIsDeletedWhileTheHostRuns_IsNoLongerServed()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        await host.UntilAsync("/articles/lighthouse", HttpStatusCode.OK);

        File.Delete(Path.Combine(folder.Corpus, "lighthouse.md"));

        await host.UntilAsync(async () =>
        {
            // The host is ready before its first check is finished, and only then waits for the next one.
            host.Time.Advance(TimeSpan.FromSeconds(60));
            using HttpResponseMessage page = await host.Client.GetAsync(
                "/articles/lighthouse",
                TestContext.Current.CancellationToken
            );
            return page.StatusCode == HttpStatusCode.NotFound;
        });
        JsonElement answer = await host.AnswerAsync("Which keeper retired from the lighthouse?");
        Assert.DoesNotContain(
            answer.GetProperty("citations").EnumerateArray(),
            c => c.GetProperty("articleId").GetString() == "lighthouse"
        );
    }

    [Fact]
    public async Task WhatChangesBelowTheCorpus_IsLive_LongBeforeTheNextLook()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Corpus:RefreshSeconds"] = "86400" },
            services => services.AddSingleton(TimeProvider.System)
        );
        await UntilLoggedAsync(host, "Ready: 3 articles, ");

        File.Delete(Path.Combine(folder.Corpus, "lighthouse.md"));
        await host.UntilAsync("/articles/lighthouse", HttpStatusCode.NotFound);
        File.Move(Path.Combine(folder.Corpus, "undated.txt"), Path.Combine(folder.Corpus, "market.txt"));
        await host.UntilAsync("/articles/market", HttpStatusCode.OK);
        Directory.CreateDirectory(Path.Combine(folder.Corpus, "new"));
        folder.Write("new/barrier.md", "The barrier opens at noon.");
        await host.UntilAsync("/articles/new-barrier", HttpStatusCode.OK);

        await host.UntilAsync("/articles/undated", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Refreshing_WhenSwitchedOff_HappensOnlyAtStart()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Corpus:RefreshSeconds"] = "0" }
        );

        Task refreshing = host.Services.GetServices<IHostedService>().OfType<CorpusRefresher>().Single().ExecuteTask!;
        await refreshing.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(folder.Corpus, "lighthouse.md"));
        host.Time.Advance(TimeSpan.FromDays(1));

        await host.UntilAsync("/articles/lighthouse", HttpStatusCode.OK);
    }

    [Fact]
    public async Task AFileThatCannotBeRead_IsLoggedWithItsReasonAndTheOthersAreServed()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        string broken = folder.Write("broken.txt", "\0\u0001\u0002\0\0\u0003");
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);

        await UntilLoggedAsync(host, broken);
        LogRecorder.LogLine line = Assert.Single(
            host.Logs.Lines,
            l => l.Text.Contains(broken, StringComparison.Ordinal)
        );
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.True(line.Text.Length > "Not indexed: : ".Length + broken.Length + 10);
        await host.UntilAsync("/articles/lighthouse", HttpStatusCode.OK);
    }

    [Fact]
    public async Task AFileNameThatHoldsControlCharacters_ReachesTheLogEscaped()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        folder.Write("x\n\u001b[31mfail: all is lost\u202E.txt", "\0\u0001\u0002\0\0\u0003");
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);

        await UntilLoggedAsync(host, @"x\u000a\u001b[31mfail: all is lost\u202e.txt");
        Assert.DoesNotContain(host.Logs.Lines, l => l.Text.Contains('\u001b'));
    }

    [Fact]
    public async Task ATitleThatIsTooLong_IsLogged()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        folder.Write("long.md", $"---\ntitle: {new string('a', 400)}\n---\nSome text.");
        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);

        await UntilLoggedAsync(host, "long.md: The title has 400 characters, the limit is 300");
    }

    [Fact]
    public async Task WhileOneFileIsStillRead_TheOthersAreServed_AndTheHostStopsAtOnce()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        folder.Write("slow.md", "Never read.");
        HangingReader? reader = null;
        var host = new WebTestHost(
            folder,
            services: services => ReplaceReader(services, files => reader = new HangingReader(files))
        );

        // Files are limited by the same clock, so it stands still until only the slow one is left.
        await host.UntilAsync(() => Task.FromResult(reader?.IsOnlySlowFileLeft == true));
        await host.UntilAsync(async () =>
        {
            // The file is postponed after two seconds.
            host.Time.Advance(TimeSpan.FromSeconds(2));
            using HttpResponseMessage ready = await host.Client.GetAsync(
                "/readyz",
                TestContext.Current.CancellationToken
            );
            return ready.StatusCode == HttpStatusCode.OK
                && (await host.AnswerAsync("Who cut a rope of nettles?")).GetProperty("outcome").GetString()
                    == "answered";
        });
        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task AnIndexThatIsDamaged_IsRebuiltAtStart()
    {
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using (await WebTestHost.StartReadyAsync(folder)) { }

        foreach (string file in Directory.GetFiles(folder.Index, "*", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file, "damaged", TestContext.Current.CancellationToken);
        }

        await using WebTestHost host = await WebTestHost.StartReadyAsync(folder);
        JsonElement answer = await host.AnswerAsync("Who cut a rope of nettles?");

        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
    }

    private static Task UntilLoggedAsync(WebTestHost host, string text) =>
        host.UntilAsync(() =>
            Task.FromResult(host.Logs.Lines.Any(l => l.Text.Contains(text, StringComparison.Ordinal)))
        );

    internal static void ReplaceReader(IServiceCollection services, Func<IArticleReader, IArticleReader> replace)
    {
        ServiceDescriptor own = services.Last(s => s.ServiceType == typeof(IArticleReader));
        services.AddSingleton(provider =>
            replace((IArticleReader)ActivatorUtilities.CreateInstance(provider, own.ImplementationType!))
        );
    }

    /// <summary>Counts the checks of the corpus.</summary>
    private sealed class CountingReader(IArticleReader files) : IArticleReader
    {
        private int _searches;

        public int Searches => Volatile.Read(ref _searches);

        public ArticleFileListing Find(IReadOnlyCollection<string> paths)
        {
            Interlocked.Increment(ref _searches);
            return files.Find(paths);
        }

        public Task<IReadOnlyList<ArticleReadResult>> ReadAsync(
            ArticleFile file,
            CancellationToken cancellationToken
        ) => files.ReadAsync(file, cancellationToken);
    }

    /// <summary>Reads all files but one.</summary>
    private sealed class HangingReader(IArticleReader files) : IArticleReader
    {
        private int _left = int.MaxValue;

        public bool IsOnlySlowFileLeft => Volatile.Read(ref _left) == 1;

        public ArticleFileListing Find(IReadOnlyCollection<string> paths)
        {
            ArticleFileListing listing = files.Find(paths);
            Volatile.Write(ref _left, listing.Files.Count);
            return listing;
        }

        public async Task<IReadOnlyList<ArticleReadResult>> ReadAsync(
            ArticleFile file,
            CancellationToken cancellationToken
        )
        {
            if (file.RelativePath == "slow.md")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            IReadOnlyList<ArticleReadResult> results = await files.ReadAsync(file, cancellationToken);
            Interlocked.Decrement(ref _left);
            return results;
        }
    }
}
