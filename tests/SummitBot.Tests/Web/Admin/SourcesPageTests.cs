using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SummitBot.Tests.Ingestion.Fetching;

namespace SummitBot.Tests.Web.Admin;

/// <summary>Operators see which sources went stale, and why.</summary>
public sealed class SourcesPageTests
{
    private const int Minutes = 10;

    [Fact]
    public async Task ASourceThatCannotBeHadAnyMore_IsStale_WithItsLastSuccessAndItsError()
    {
        await using LocalSite site = await LocalSite.StartAsync();
        site.SetArticle("/news/barrier", "The barrier", "Minister Olga Fenn opened the barrier of Grenmouth.");
        site.SetSitemap("/news/barrier");
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        string press = Directory.CreateDirectory(Path.Combine(folder.Corpus, "..", "press")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(press, "tide.md"),
            "# The tide\nThe tide turned at noon.",
            TestContext.Current.CancellationToken
        );
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Corpus:FetchedPath"] = Path.Combine(folder.Corpus, "..", "fetched"),
                ["Corpus:RefreshSeconds"] = "60",
                // The test's clock runs faster than a busy machine reads.
                ["Corpus:MaxFileSeconds"] = "3600",
                ["Corpus:Sources:broken:Type"] = "feed",
                ["Corpus:Sources:broken:Url"] = "http://127.0.0.1:1/feed",
                ["Corpus:Sources:broken:AllowPrivateAddresses"] = "true",
                ["Corpus:Sources:news:Type"] = "site",
                ["Corpus:Sources:news:Url"] = $"{site.Url}/news/",
                ["Corpus:Sources:news:DelaySeconds"] = "0",
                ["Corpus:Sources:news:EverySeconds"] = $"{Minutes * 60}",
                ["Corpus:Sources:news:AllowPrivateAddresses"] = "true",
                ["Corpus:Sources:press:Type"] = "folder",
                ["Corpus:Sources:press:Path"] = press,
            }
        );

        Dictionary<string, string[]> rows = [];
        await host.UntilAsync(async () =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            rows = await ReadAsync(host);
            return rows["news"] is ["up to date", .., "1"] && rows["broken"][0] == "stale";
        });
        Assert.Equal("", rows["news"][1]);
        DateTime success = DateTime.Parse(rows["news"][2], provider: null);
        Assert.Equal(success.AddMinutes(Minutes), DateTime.Parse(rows["news"][3], provider: null));
        Assert.StartsWith("http://127.0.0.1:1/feed: ", rows["broken"][1], StringComparison.Ordinal);
        Assert.Equal(("", "0"), (rows["broken"][2], rows["broken"][4]));
        Assert.Equal(("up to date", "1"), (rows["press"][0], rows["press"][4]));
        Assert.Equal(("up to date", "3"), (rows["Folders of the settings"][0], rows["Folders of the settings"][4]));

        site.SetStatus("/sitemap.xml", 500);
        site.SetStatus("/news/", 500);
        site.SetStatus("/news/barrier", 500);
        Directory.Delete(press, recursive: true);
        folder.Write("broken.pdf", "no PDF");
        host.Time.Advance(TimeSpan.FromMinutes(Minutes));
        await host.UntilAsync(async () =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            rows = await ReadAsync(host);
            return rows["news"][0] == "stale"
                && (await ReadPageAsync(host)).Contains("cannot be read: 2", StringComparison.Ordinal);
        });

        Assert.Contains(site.Url, rows["news"][1], StringComparison.Ordinal);
        Assert.Equal(success, DateTime.Parse(rows["news"][2], provider: null));
        Assert.Equal("1", rows["news"][4]);
        Assert.Equal(
            ("stale", "The folder is not there.", "1"),
            (rows["press"][0], rows["press"][1], rows["press"][4])
        );
        // The folder that is not there, and the file.
        Assert.Contains("Files that cannot be read: 2", await ReadPageAsync(host), StringComparison.Ordinal);
    }

    /// <summary>The cells after the first one, by that one.</summary>
    private static async Task<Dictionary<string, string[]>> ReadAsync(WebTestHost host)
    {
        using IHtmlDocument page = new HtmlParser().ParseDocument(await ReadPageAsync(host));
        return page.QuerySelectorAll("tbody tr")
            .Select(row => row.QuerySelectorAll("td").Select(c => c.TextContent).ToArray())
            .ToDictionary(cells => cells[0], cells => cells[1..], StringComparer.Ordinal);
    }

    private static Task<string> ReadPageAsync(WebTestHost host) =>
        host.Client.GetStringAsync("/admin/sources", TestContext.Current.CancellationToken);
}
