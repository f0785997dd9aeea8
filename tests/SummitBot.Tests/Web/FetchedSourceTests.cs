using System.Net;
using System.Text.Json;
using SummitBot.Tests.Ingestion.Fetching;

namespace SummitBot.Tests.Web;

/// <summary>A site comes into the answers of a running host, with the settings of its source.</summary>
public sealed class FetchedSourceTests
{
    [Fact]
    public async Task ASite_IsAnsweredFrom_WithItsAddress_WhileAnotherSourceIsBroken_AndForItsGroupsAlone()
    {
        await using LocalSite site = await LocalSite.StartAsync();
        site.SetArticle(
            "/news/barrier",
            "The barrier",
            "Minister Olga Fenn opened the barrier of Grenmouth on Monday."
        );
        site.SetArticle("/inside/pay", "Pay", "The barrier keeper earns 70,000 crowns a year.");
        site.SetSitemap("/news/barrier", "/inside/pay");
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Corpus:FetchedPath"] = Path.Combine(folder.Corpus, "..", "fetched"),
                ["Corpus:Sources:broken:Type"] = "feed",
                ["Corpus:Sources:broken:Url"] = "http://127.0.0.1:1/feed",
                ["Corpus:Sources:broken:AllowPrivateAddresses"] = "true",
                ["Corpus:Sources:news:Type"] = "site",
                ["Corpus:Sources:news:Url"] = $"{site.Url}/news/",
                ["Corpus:Sources:news:Publisher"] = "The Grenmouth Times",
                ["Corpus:Sources:news:DelaySeconds"] = "0",
                ["Corpus:Sources:news:AllowPrivateAddresses"] = "true",
                ["Corpus:Sources:inside:Type"] = "site",
                ["Corpus:Sources:inside:Url"] = $"{site.Url}/inside/",
                ["Corpus:Sources:inside:Groups:0"] = "staff",
                ["Corpus:Sources:inside:DelaySeconds"] = "0",
                ["Corpus:Sources:inside:AllowPrivateAddresses"] = "true",
            }
        );

        JsonElement answer = default;
        await host.UntilAsync(async () =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            answer = await host.AnswerAsync("Who opened the barrier of Grenmouth?");
            return answer.GetRawText().Contains("Olga Fenn", StringComparison.Ordinal)
                && host.Logs.Lines.Any(l => l.Text.StartsWith("Source inside: 1 new", StringComparison.Ordinal));
        });
        JsonElement pay = await host.AnswerAsync("What does the barrier keeper earn?");

        Assert.Equal($"{site.Url}/news/barrier", answer.GetProperty("citations")[0].GetProperty("url").GetString());
        Assert.DoesNotContain("70,000", pay.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(host.Logs.Lines, l => l.Text.Contains("Source broken", StringComparison.Ordinal));
        await host.UntilAsync("/articles/lighthouse", HttpStatusCode.OK);
    }

    [Fact]
    public async Task ABucket_IsAnsweredFrom_AndAFileThatIsDeletedThereIsNotQuotedAnyMore()
    {
        await using LocalObjects bucket = await LocalObjects.StartAsync("/harbour-press");
        bucket.Set("2026/barrier.md", "# The barrier\nMinister Olga Fenn opened the barrier of Grenmouth on Monday.");
        bucket.Set("2026/gates.md", "# The gates\nEach gate of the barrier weighs 310 tonnes.");
        using CorpusFolder folder = CorpusFolder.WithHarbourNews();
        await using WebTestHost host = await WebTestHost.StartReadyAsync(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Corpus:FetchedPath"] = Path.Combine(folder.Corpus, "..", "fetched"),
                ["Corpus:Sources:archive:Type"] = "s3",
                ["Corpus:Sources:archive:Url"] = bucket.ServiceUrl,
                ["Corpus:Sources:archive:Bucket"] = "harbour-press",
                ["Corpus:Sources:archive:Anonymous"] = "true",
                ["Corpus:Sources:archive:ArticleUrl"] = "https://www.example.org/{path}",
                ["Corpus:Sources:archive:EverySeconds"] = "60",
                ["Corpus:Sources:archive:AllowPrivateAddresses"] = "true",
            }
        );

        JsonElement answer = default;
        await host.UntilAsync(async () =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            answer = await host.AnswerAsync("Who opened the barrier of Grenmouth?");
            return answer.GetRawText().Contains("Olga Fenn", StringComparison.Ordinal);
        });
        bucket.Set("2026/barrier.md", null);
        await host.UntilAsync(async () =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(5));
            JsonElement later = await host.AnswerAsync("Who opened the barrier of Grenmouth?");
            return !later.GetRawText().Contains("Olga Fenn", StringComparison.Ordinal);
        });

        Assert.Equal(
            "https://www.example.org/2026/barrier.md",
            answer.GetProperty("citations")[0].GetProperty("url").GetString()
        );
    }
}
