using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Tests.Ingestion.Fetching;

/// <summary>What holds for a bucket and a container alike, with the real client against a server on this machine.</summary>
public abstract class HttpObjectStoreTests : ObjectStoreTests
{
    private protected LocalObjects Objects { get; private set; } = null!;

    private protected override string PlacePath => "";

    /// <summary>The path of the bucket or the container on the server.</summary>
    private protected abstract string Root { get; }

    public override async ValueTask InitializeAsync() => Objects = await LocalObjects.StartAsync(Root);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Objects.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected override Task SetAsync(params (string Key, string? Content)[] files)
    {
        foreach ((string key, string? content) in files)
        {
            Objects.Set(key, content);
        }

        return Task.CompletedTask;
    }

    private protected override int? CountReads()
    {
        int reads = Objects.Reads;
        Objects.Reads = 0;
        return reads;
    }

    [Fact]
    public async Task AListing_IsReadToItsEnd()
    {
        await SetAsync([
            .. Enumerable.Range(1, 5).Select(i => ($"{i}.md", (string?)$"# Day {i}\nIt rained on day {i}.")),
        ]);

        FetchReport report = await FetchAsync();

        Assert.Equal(5, report.Count(FetchOutcome.New));
        Assert.Equal(3, Objects.Listings);
    }

    [Fact]
    public async Task WhileTheListingFails_OrBreaksOffInTheMiddle_EverythingStays()
    {
        await SetAsync(("a.md", "# A\nRed."), ("b.md", "# B\nYellow."), ("c.md", "# C\nDark."));
        await FetchAsync();
        await SetAsync(("a.md", null));

        Objects.BeforeListing = context => Refuse(context, 403, "AccessDenied");
        FetchReport refused = await FetchAsync();
        Objects.BeforeListing = context => Refuse(context, 404, "NoSuchBucket");
        FetchReport missing = await FetchAsync();
        await SetAsync(("d.md", "# D\nNew."), ("e.md", "# E\nNew."));
        int pages = 0;
        Objects.BeforeListing = context =>
        {
            if (++pages >= 2)
            {
                context.Abort();
            }

            return Task.FromResult(pages >= 2);
        };
        FetchReport broken = await FetchAsync();
        Objects.BeforeListing = _ => Task.FromResult(true);
        FetchReport empty = await FetchAsync();

        Assert.All(
            [refused, missing, broken, empty],
            r => Assert.Equal(FetchOutcome.Failed, Assert.Single(r.Items).Outcome)
        );
        Assert.Contains("refuses the credentials (403)", refused.Items[0].Reason, StringComparison.Ordinal);
        Assert.Matches(
            "There is no (such container|bucket 'harbour-press') at 127.0.0.1: correct",
            missing.Items[0].Reason
        );
        Assert.Equal(3, Folder.Files().Count);
    }

    [Fact]
    public async Task AFileThatCannotBeHad_StopsNoOther_AndStays()
    {
        await SetAsync(("a.md", "# A\nRed."), ("b.md", "# B\nYellow."), ("c.md", "# C\nDark."));
        await FetchAsync();
        await SetAsync(("a.md", "# A\nGreen."), ("b.md", "# B\nBrown."), ("c.md", "# C\nPale."));
        Objects.BeforeReading = (context, key) =>
            key switch
            {
                "a.md" => Refuse(context, 403, "AccessDenied"),
                "b.md" => Refuse(context, 404, "NoSuchKey"),
                _ => Task.FromResult(false),
            };

        FetchReport report = await FetchAsync();

        Assert.Equal(["Failed a.md", "Gone b.md", "Changed c.md"], Told(report));
        Assert.Equal(["# A\nRed.", "# C\nPale."], Folder.Files());
    }

    [Fact]
    public async Task AServerThatAsksToBeLeftAlone_IsLeftAlone()
    {
        await SetAsync(("a.md", "# A\nRed."));
        Objects.BeforeReading = (context, _) => Refuse(context, 503, "SlowDown");

        FetchReport report = await FetchAsync();

        Assert.Contains("asks to be left alone (503)", report.Items[^1].Reason, StringComparison.Ordinal);
        Assert.InRange(Objects.Reads, 1, 4);
    }

    [Fact]
    public async Task AnAnswerThatDoesNotEnd_IsGivenUp()
    {
        await SetAsync(("a.md", "# A\nRed."));
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        Objects.BeforeReading = async (context, _) =>
        {
            context.Response.Headers.ETag = "\"slow\"";
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("# A", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };

        Task<FetchReport> fetch = Folder.FetchAsync(CreateOptions(), time: time);
        await asked.Task;
        time.Advance(TimeSpan.FromMinutes(2));
        FetchReport report = await fetch;

        Assert.Equal(["Failed a.md"], Told(report));
        Assert.Contains("within 60 s", report.Items[0].Reason, StringComparison.Ordinal);
        Assert.Empty(Folder.Files());
    }

    [Fact]
    public async Task AFileLongerThanTheListingSays_IsCutOff()
    {
        await SetAsync(("a.md", "# A\nRed."));
        Objects.BeforeReading = async (context, _) =>
        {
            byte[] part = new byte[50_000];
            for (int i = 0; i < 20 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
            }

            return true;
        };

        FetchReport report = await FetchAsync();

        Assert.Equal(["LeftOut a.md"], Told(report));
        Assert.Empty(Folder.Files());
    }

    [Fact]
    public async Task NamesThatNoFileCanHave_StayInTheFolderOfTheSource()
    {
        string[] keys = ["../../outside.md", "/first.md", "a//b.md", "con?.md", "x/../y.md", "y.md"];
        await SetAsync([.. keys.Select(key => (key, (string?)$"# Name\nThe name is {key}."))]);

        FetchReport report = await FetchAsync();

        string[] inside =
        [
            .. keys.Where(k => k[0] != '/' && (ReadsDots || !k.Contains("..", StringComparison.Ordinal))),
        ];
        Assert.All(
            report.Items.Where(i => i.Outcome != FetchOutcome.New),
            i => Assert.Contains("rename", i.Reason, StringComparison.Ordinal)
        );
        Assert.Equal(keys.Length, report.Items.Select(i => i.Address.AbsoluteUri).Distinct().Count());
        Assert.Equal(inside.Select(k => $"# Name\nThe name is {k}.").Order(), Folder.Files().Order());
        Assert.All(Folder.Names(), name => Assert.DoesNotContain("..", name, StringComparison.Ordinal));
        Assert.Equal(["press"], Directory.GetDirectories(Folder.Path).Select(Path.GetFileName));
    }

    /// <summary>Whether the client asks for a file whose path has a part <c>..</c> as it is.</summary>
    private protected abstract bool ReadsDots { get; }

    [Fact]
    public async Task NamesThatDifferByLittle_AreArticlesOfTheirOwn()
    {
        string[] keys =
        [
            "Same.md",
            "same.md",
            "caf\u00e9.md",
            "cafe\u0301.md",
            "two words.md",
            "two-words.md",
            "two/words.md",
            "note.md",
            "note.txt",
        ];
        await SetAsync([.. keys.Select(key => (key, (string?)$"The name of this one is {key}."))]);

        await FetchAsync();
        FetchReport again = await FetchAsync();

        Assert.Equal(keys.Length, again.Count(FetchOutcome.Unchanged));
        Assert.Equal(
            keys.Length,
            Folder.Names().Select(n => n.Normalize()).Distinct(StringComparer.OrdinalIgnoreCase).Count()
        );
        IReadOnlyList<Article> articles = await Folder.ReadArticlesAsync(CreateOptions());
        Assert.Equal(keys.Length, articles.Select(a => a.Id).Distinct().Count());
    }

    [Fact]
    public async Task AFileThatIsNamedLikeAFolder_IsReported()
    {
        await SetAsync(("empty/", ""), ("full.md/", "# Full\nIt has a text."));

        FetchReport report = await FetchAsync();

        FetchedItem item = Assert.Single(report.Items);
        Assert.Equal(FetchOutcome.LeftOut, item.Outcome);
        Assert.Contains("ends with '/'", item.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateAddresses_AreNotAsked_UnlessTheSourceMay()
    {
        SourceOptions options = CreateOptions();
        options.AllowPrivateAddresses = false;

        FetchReport report = await Folder.FetchAsync(options);

        Assert.Contains("AllowPrivateAddresses", Assert.Single(report.Items).Reason, StringComparison.Ordinal);
        Assert.Equal(0, Objects.Listings);
    }

    private protected static async Task<bool> Refuse(HttpContext context, int status, string code)
    {
        await LocalObjects.AnswerAsync(context, status, code);
        return true;
    }
}
