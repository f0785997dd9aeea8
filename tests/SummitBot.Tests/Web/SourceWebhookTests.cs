using System.Net;
using System.Security.Cryptography;
using System.Text;
using SummitBot.Tests.Ingestion.Fetching;

namespace SummitBot.Tests.Web;

/// <summary>A CMS says by a webhook that a source has changed.</summary>
public sealed class SourceWebhookTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-many-letters";
    private const string Body = """{"event":"post.published","id":7}""";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private LocalObjects _bucket = null!;
    private WebTestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _bucket = await LocalObjects.StartAsync("/harbour-press");
        _bucket.Set("gates.md", "# The gates\nEach gate of the barrier weighs 310 tonnes.");
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Corpus:FetchedPath"] = Path.Combine(_folder.Corpus, "..", "fetched"),
                ["Corpus:Sources:archive:Type"] = "s3",
                ["Corpus:Sources:archive:Url"] = _bucket.ServiceUrl,
                ["Corpus:Sources:archive:Bucket"] = "harbour-press",
                ["Corpus:Sources:archive:Anonymous"] = "true",
                ["Corpus:Sources:archive:EverySeconds"] = "86400",
                ["Corpus:Sources:archive:AllowPrivateAddresses"] = "true",
                ["Corpus:Sources:archive:WebhookSecret"] = Secret,
                ["Corpus:Sources:archive:WebhookHeader"] = "X-Cms-Signature",
            }
        );
        await _host.UntilAsync(() => Task.FromResult(CountLooks() == 1));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _bucket.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ASignedRequest_HasTheSourceLookedAt_AndManyCountOnce()
    {
        _bucket.Set("barrier.md", "# The barrier\nMinister Olga Fenn opened the barrier of Grenmouth on Monday.");

        HttpStatusCode[] answers =
        [
            await SendAsync("archive", $"sha256={Convert.ToHexStringLower(Sign(Body))}"),
            await SendAsync("archive", Convert.ToHexString(Sign(Body))),
            await SendAsync("archive", Convert.ToBase64String(Sign(Body))),
            await SendAsync("ARCHIVE", $"sha256={Convert.ToHexStringLower(Sign(Body + "17"))}, t=17"),
            await SendAsync("archive", signature: null, bearer: Secret),
        ];
        await _host.UntilAsync(async () =>
        {
            _host.Time.Advance(TimeSpan.FromSeconds(1));
            return (await _host.AnswerAsync("Who opened the barrier of Grenmouth?"))
                .GetRawText()
                .Contains("Olga Fenn", StringComparison.Ordinal);
        });
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.AnswerAsync("Who opened the barrier of Grenmouth?");

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a));
        Assert.Equal(2, CountLooks());
    }

    [Fact]
    public async Task WithoutAValidSignature_NothingIsLookedAt()
    {
        string good = Convert.ToHexString(Sign(Body));
        HttpStatusCode[] answers =
        [
            await SendAsync("archive", signature: null),
            await SendAsync("archive", "sha256="),
            await SendAsync("archive", good[..^1] + (good[^1] == '0' ? '1' : '0')),
            await SendAsync("archive", Convert.ToHexString(Sign(Body + " "))),
            await SendAsync("archive", good + ", t=17"),
            await SendAsync("archive", good, bearer: "another-secret-of-letters"),
            await SendAsync("none", good),
        ];
        for (int i = answers.Length; i < 10; i++)
        {
            await SendAsync("archive", "00");
        }

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Unauthorized, a));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SendAsync("archive", good));
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, CountLooks());
    }

    private int CountLooks() =>
        _host.Logs.Lines.Count(l => l.Text.StartsWith("Source archive:", StringComparison.Ordinal));

    private static byte[] Sign(string text) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text));

    private async Task<HttpStatusCode> SendAsync(string source, string? signature, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/sources/{source}/refresh")
        {
            Content = new StringContent(Body, Encoding.UTF8, "application/json"),
        };
        if (signature is not null)
        {
            request.Headers.Add("X-Cms-Signature", signature);
        }

        if (bearer is not null)
        {
            request.Headers.Authorization = new("Bearer", bearer);
        }

        using HttpResponseMessage response = await _host.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        return response.StatusCode;
    }
}
