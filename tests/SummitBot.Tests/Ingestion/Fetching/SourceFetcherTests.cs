using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Fetching;

namespace SummitBot.Tests.Ingestion.Fetching;

/// <summary>Sites and feeds that change, move, fail, loop and lie.</summary>
public sealed class SourceFetcherTests : IAsyncLifetime
{
    private static readonly string[] Lies = ["/loop", "/image", "/endless", "/one", "/two", "/latin", "/none"];

    private readonly FetchedFolder _folder = new();
    private LocalSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LocalSite.StartAsync();
        _site.SetArticle("/news/a", "Apples", "Apples are red.");
        _site.SetArticle("/news/b", "Bananas", "Bananas are yellow.");
        _site.SetSitemap("/news/a", "/news/b", "/about");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ASite_ComesInByItsSitemap_AndThenOnlyWhatChanges()
    {
        FetchReport first = await FetchAsync(Site());
        _site.Asked.Clear();
        FetchReport second = await FetchAsync(Site());
        _site.SetArticle("/news/a", "Apples", "Apples are green.");
        FetchReport third = await FetchAsync(Site());

        Assert.Equal(["New /news/a", "New /news/b"], Told(first));
        Assert.Equal(["Unchanged /news/a", "Unchanged /news/b"], Told(second));
        Assert.Equal(
            [("/news/a", 304), ("/news/b", 304)],
            _site.Asked.Where(a => a.Path.StartsWith("/news", StringComparison.Ordinal)).Take(2)
        );
        Assert.Equal(["Changed /news/a", "Unchanged /news/b"], Told(third));
        Assert.False(second.HasChanged);
        Assert.Contains(Files(), f => f.Contains("Apples are green.", StringComparison.Ordinal));
        Assert.DoesNotContain(Files(), f => f.Contains("Apples are red.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsGone_Goes_AndWhatFailsStays()
    {
        await FetchAsync(Site());
        _site.Remove("/news/a");
        _site.SetStatus("/news/b", 500);
        _site.SetSitemap("/news/b");

        FetchReport report = await FetchAsync(Site());

        Assert.Equal(["Failed /news/b", "Gone /news/a"], Told(report));
        Assert.Contains("Bananas are yellow.", Assert.Single(Files()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageThatMovedInsideOfTheSite_IsFetchedAtItsNewPlace()
    {
        await FetchAsync(Site());
        _site.SetRedirect("/news/a", "/news/c");
        _site.SetArticle("/news/c", "Cherries", "Cherries are dark.");
        _site.SetRedirect("/news/b", "http://127.0.0.1:1/elsewhere");

        FetchReport report = await FetchAsync(Site());

        Assert.Equal(["Changed /news/a", "Failed /news/b"], Told(report));
        Assert.Contains("outside of the source", report.Items[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatRobotsTxtOrThePageForbids_IsLeftOut()
    {
        _site.SetPage(
            "/robots.txt",
            "User-agent: *\nDisallow: /\n\nUser-agent: SummitBot\nDisallow: /news/b # not this\nCrawl-delay: 0.01\n",
            "text/plain"
        );
        _site.SetPage("/news/a", "<meta name=robots content='noindex, nofollow'><p>Do not keep this.</p>");

        FetchReport report = await FetchAsync(Site());

        Assert.Equal(["LeftOut /news/a", "LeftOut /news/b"], Told(report));
        Assert.DoesNotContain(_site.Asked, a => a.Path == "/news/b");
        Assert.Empty(Files());
    }

    [Fact]
    public async Task WhileRobotsTxtCannotBeHad_OrTheServerAsksToBeLeftAlone_NothingIsFetched_AndNothingIsLost()
    {
        await FetchAsync(Site());
        _site.Remove("/news/b");
        _site.SetStatus("/robots.txt", 500);
        FetchReport unknown = await FetchAsync(Site());
        _site.Remove("/robots.txt");
        _site.SetStatus("/news/a", 429);
        _site.Asked.Clear();
        FetchReport busy = await FetchAsync(Site());

        Assert.Equal(0, unknown.Count(FetchOutcome.Gone));
        Assert.Equal(0, busy.Count(FetchOutcome.Gone));
        Assert.DoesNotContain(_site.Asked, a => a.Path == "/news/b");
        Assert.Equal(2, Files().Count);
    }

    [Fact]
    public async Task AFeed_BringsTheFullTextOfItsPages()
    {
        _site.SetPage(
            "/feed.xml",
            $"<rss><channel><link>{_site.Url}/</link><item><title>A</title><link>/news/a</link><pubDate>no date</pubDate></item></channel></rss>",
            "application/rss+xml"
        );
        _site.SetPage(
            "/atom.xml",
            $"<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><entry><link rel='edit' href='/x'/><link href='{_site.Url}/news/b'/></entry>",
            "application/atom+xml"
        );

        FetchReport rss = await FetchAsync(Options(SourceType.Feed, "/feed.xml"));
        FetchReport atom = await FetchAsync(Options(SourceType.Feed, "/atom.xml"), "atom");
        FetchReport none = await FetchAsync(Options(SourceType.Feed, "/news/a"), "none");

        Assert.Equal(["New /news/a"], Told(rss));
        Assert.Equal(["New /news/b"], Told(atom));
        Assert.Equal(["Failed /news/a"], Told(none));
        Assert.Contains("Apples are red.", Assert.Single(Files()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASourceOfAnotherTypeThanBefore_KeepsNothingOfTheFormerPlace()
    {
        await using LocalObjects bucket = await LocalObjects.StartAsync("/harbour-press");
        bucket.Set("a.md", "# A\nRed.");
        var store = new SourceOptions
        {
            Type = SourceType.S3,
            Url = bucket.ServiceUrl,
            Bucket = "harbour-press",
            Anonymous = true,
            AllowPrivateAddresses = true,
        };
        await FetchAsync(Site());

        FetchReport toBucket = await FetchAsync(store);
        IReadOnlyList<string> ofBucket = Files();
        FetchReport toSite = await FetchAsync(Site());

        Assert.Equal(2, toBucket.Count(FetchOutcome.Gone));
        Assert.Equal(["# A\nRed."], ofBucket);
        Assert.Equal(1, toSite.Count(FetchOutcome.Gone));
        Assert.Equal(2, Files().Count);
    }

    [Fact]
    public async Task WhatAFeedHasDropped_IsLookedAtOnceADay()
    {
        var time = new FakeTimeProvider();
        SourceOptions feed = Options(SourceType.Feed, "/feed.xml");
        SetFeed("/news/a");
        await _folder.FetchAsync(feed, time: time);
        SetFeed("/news/b");

        FetchReport dropped = await _folder.FetchAsync(feed, time: time);
        time.Advance(TimeSpan.FromHours(23));
        FetchReport soon = await _folder.FetchAsync(feed, time: time);
        _site.Remove("/news/a");
        time.Advance(TimeSpan.FromHours(2));
        FetchReport nextDay = await _folder.FetchAsync(feed, time: time);

        Assert.Equal(["New /news/b", "Unchanged /news/a"], Told(dropped));
        Assert.Equal(["Unchanged /news/b"], Told(soon));
        Assert.Equal(["Unchanged /news/b", "Gone /news/a"], Told(nextDay));
    }

    [Theory]
    [InlineData("/news/tide-gauge/123", "Tide gauge")]
    [InlineData("/2026/05/a1b2c3.html", "127.0.0.1")]
    [InlineData("/reports/Spring%20tides.html?page=2", "Spring tides")]
    public async Task APageWithoutATitle_IsCalledAfterItsAddress(string path, string expected)
    {
        _site.SetPage(path, "<p>The tide was high at Grenmouth on Monday.</p>");
        SourceOptions options = Options(SourceType.Pages, "/");
        options.Urls = [_site.Url + path];

        await FetchAsync(options);

        Assert.Equal(expected, Assert.Single(await _folder.ReadArticlesAsync(options)).Title);
    }

    [Fact]
    public async Task ASiteWithoutASitemap_IsFollowedByItsLinks_ToItsBounds()
    {
        _site.Remove("/sitemap.xml");
        _site.Otherwise = context =>
        {
            context.Response.ContentType = "text/html";
            int day = int.TryParse(context.Request.Query["day"], out int number) ? number : 0;
            return context.Response.WriteAsync(
                $"<p>Day {day}.</p><a href='?day={day}'>again</a><a href='?day={day + 1}'>next</a><a href='/private'>out</a><a href='http://127.0.0.1:1/'>away</a>",
                context.RequestAborted
            );
        };
        SourceOptions options = Options(SourceType.Site, "/calendar/");
        options.MaxPages = 5;

        FetchReport report = await FetchAsync(options);

        // The first page and its "again" are one page at two addresses.
        Assert.Equal(4, report.Count(FetchOutcome.New));
        Assert.Contains(report.Items, i => i.Reason?.Contains("MaxPages", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(_site.Asked, a => a.Path == "/private");
    }

    [Fact]
    public async Task ServersThatLie_AreNotBelieved()
    {
        _site.SetRedirect("/loop", "/loop");
        _site.SetPage("/image", "\u0001\u0002", "image/png");
        _site.Set(
            "/endless",
            async context =>
            {
                context.Response.ContentType = "text/html";
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.WriteAsync(new string('x', 50_000), context.RequestAborted);
                }
            }
        );
        _site.SetArticle("/one", "Same", "The same page at every address.");
        _site.SetArticle("/two", "Same", "The same page at every address.");
        _site.Set(
            "/latin",
            context =>
            {
                context.Response.ContentType = "text/html; charset=iso-8859-1";
                byte[] page = System.Text.Encoding.Latin1.GetBytes("<p>Stra\u00DFe im Sp\u00E4therbst.</p>");
                return context.Response.Body.WriteAsync(page, context.RequestAborted).AsTask();
            }
        );
        SourceOptions options = Options(SourceType.Pages, "/");
        options.Urls = [.. Lies.Select(path => _site.Url + path)];

        FetchReport report = await FetchAsync(options);

        Assert.Equal(
            [
                "Failed /loop",
                "LeftOut /image",
                "Failed /endless",
                "New /one",
                "LeftOut /two",
                "New /latin",
                "Failed /none",
            ],
            Told(report)
        );
        Assert.All(
            report.Items.Where(i => i.Outcome is FetchOutcome.Failed or FetchOutcome.LeftOut),
            i => Assert.NotNull(i.Reason)
        );
        Assert.Contains(Files(), f => f.Contains("Straße im Spätherbst.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PrivateAddresses_AreNotFetched_UnlessTheSourceMay()
    {
        SourceOptions options = Site();
        options.AllowPrivateAddresses = false;

        FetchReport report = await FetchAsync(options);

        Assert.Contains("AllowPrivateAddresses", report.Items[^1].Reason, StringComparison.Ordinal);
        Assert.Empty(_site.Asked);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:192.168.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("64:ff9b::7f00:1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("255.255.255.255", true)]
    [InlineData("93.184.216.34", false)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", false)]
    public void PrivateAddresses_AreKnown(string address, bool expected) =>
        Assert.Equal(expected, PrivateAddresses.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("Disallow: /a", "/a/b", false)]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b", true)]
    [InlineData("Disallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("Disallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("Disallow:", "/a", true)]
    [InlineData("Disallow: /a*c", "/abbbd", true)]
    public void RobotsRules_AreRead(string rules, string path, bool expected) =>
        Assert.Equal(
            expected,
            RobotsRules.Parse($"User-agent: *\n{rules}", "summitbot").Allows(new Uri($"https://example.org{path}"))
        );

    [Fact]
    public async Task ACheck_TellsWhatWouldComeIn_AndKeepsNothing()
    {
        FetchReport report = await FetchAsync(Site(), isDryRun: true);

        Assert.Equal(["New /news/a", "New /news/b"], Told(report));
        Assert.Empty(Files());
    }

    private void SetFeed(string path) =>
        _site.SetPage(
            "/feed.xml",
            $"<rss><channel><item><title>A</title><link>{path}</link></item></channel></rss>",
            "application/rss+xml"
        );

    private SourceOptions Site() => Options(SourceType.Site, "/news/");

    private SourceOptions Options(SourceType type, string path) =>
        new()
        {
            Type = type,
            Url = _site.Url + path,
            DelaySeconds = 0,
            AllowPrivateAddresses = true,
        };

    private Task<FetchReport> FetchAsync(
        SourceOptions options,
        string name = FetchedFolder.Source,
        bool isDryRun = false
    ) => _folder.FetchAsync(options, name, isDryRun);

    private static string[] Told(FetchReport report) => FetchedFolder.Told(report);

    private IReadOnlyList<string> Files() => _folder.Files();
}
