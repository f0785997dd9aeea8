using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SummitBot.Tests.Ingestion.Formats;

namespace SummitBot.Tests.Web;

/// <summary>Programs send articles, change and delete them, over HTTP.</summary>
public sealed class ReceivedArticlesTests : IAsyncLifetime
{
    private const string Key = "a-key-of-many-letters";
    private const string Question = "Who opened the barrier of Grenmouth?";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private WebTestHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Articles:Key"] = Key,
                ["Articles:WaitSeconds"] = "300",
                ["Corpus:ReceivedPath"] = Path.Combine(_folder.Corpus, "..", "received"),
                ["Corpus:RefreshSeconds"] = "86400",
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnArticle_IsSearchableOnceTheAnswerSaysSo_AndNeverQuotedOnceItIsDeleted()
    {
        var article = new { title = "The barrier", text = "Minister Olga Fenn opened the barrier of Grenmouth." };
        (HttpStatusCode added, JsonElement first) = await SendAsync(
            HttpMethod.Put,
            "barrier",
            JsonContent.Create(article)
        );
        (HttpStatusCode again, _) = await SendAsync(HttpMethod.Put, "barrier", JsonContent.Create(article));
        JsonElement answer = await _host.AnswerAsync(Question);
        (HttpStatusCode deleted, JsonElement last) = await SendAsync(HttpMethod.Delete, "barrier");
        (HttpStatusCode deletedAgain, _) = await SendAsync(HttpMethod.Delete, "barrier");
        JsonElement without = await _host.AnswerAsync(Question);

        Assert.Equal((HttpStatusCode.Created, true), (added, first.GetProperty("searchable").GetBoolean()));
        Assert.Equal(HttpStatusCode.OK, again);
        Assert.Equal(["barrier"], CitedIn(answer));
        Assert.Equal((HttpStatusCode.OK, false), (deleted, last.GetProperty("searchable").GetBoolean()));
        Assert.Equal(HttpStatusCode.OK, deletedAgain);
        Assert.DoesNotContain("barrier", CitedIn(without));
        Assert.DoesNotContain("Olga Fenn", without.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReplacedArticle_IsQuotedAsItIsNow_WhateverItsFormatWas()
    {
        await SendAsync(
            HttpMethod.Put,
            "barrier",
            Text("Minister Olga Fenn opened the barrier of Grenmouth.", "text/plain")
        );
        await SendAsync(
            HttpMethod.Put,
            "barrier",
            Text("<p>Admiral Joost Kamp opened the barrier of Grenmouth.</p>", "text/html")
        );

        JsonElement answer = await _host.AnswerAsync(Question);

        Assert.Contains("Joost Kamp", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Olga Fenn", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APostedArticle_IsNamedAfterItself_AndTheSameBodyAgainIsTheSameArticle()
    {
        byte[] document = Samples.Word(Samples.WordParagraph("Minister Olga Fenn opened the barrier of Grenmouth."));
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(document), "file", "Barrier news.docx" },
        };
        (HttpStatusCode status, JsonElement added) = await SendAsync(HttpMethod.Post, "", form);
        (_, JsonElement same) = await SendAsync(
            HttpMethod.Post,
            "?name=Barrier news.docx",
            new ByteArrayContent(document)
        );
        (_, JsonElement other) = await SendAsync(
            HttpMethod.Post,
            "",
            JsonContent.Create(new { title = "Barrier news", text = "Something else." })
        );

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("Barrier-news", added.GetProperty("id").GetString());
        Assert.Equal("Barrier-news", same.GetProperty("id").GetString());
        Assert.StartsWith("Barrier-news-", other.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(["Barrier-news"], CitedIn(await _host.AnswerAsync(Question)));
    }

    [Fact]
    public async Task APostedArticleWithAnIdOfItsOwn_ReplacesItsFormerVersion()
    {
        var first = new { id = 42, text = "Minister Olga Fenn opened the barrier of Grenmouth." };
        var second = new { id = 42, text = "Admiral Joost Kamp opened the barrier of Grenmouth." };
        (HttpStatusCode added, _) = await SendAsync(HttpMethod.Post, "", JsonContent.Create(first));
        (HttpStatusCode replaced, JsonElement body) = await SendAsync(HttpMethod.Post, "", JsonContent.Create(second));
        var foreign = new { id = "lighthouse", text = "Mine." };
        (HttpStatusCode refused, _) = await SendAsync(HttpMethod.Post, "", JsonContent.Create(foreign));

        JsonElement answer = await _host.AnswerAsync(Question);

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict], [added, replaced, refused]);
        Assert.Equal("42", body.GetProperty("id").GetString());
        Assert.Contains("Joost Kamp", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Olga Fenn", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeRead_IsRefusedWithItsReason_AndNotKept()
    {
        (HttpStatusCode damaged, JsonElement reason) = await SendAsync(
            HttpMethod.Put,
            "x?name=x.docx",
            new ByteArrayContent("no document"u8.ToArray())
        );
        (HttpStatusCode unknown, _) = await SendAsync(HttpMethod.Post, "?name=x.png", new ByteArrayContent([1, 2]));
        (HttpStatusCode other, _) = await SendAsync(
            HttpMethod.Put,
            "x",
            Text("---\nid: lighthouse\n---\nMine.", "text/markdown")
        );
        (HttpStatusCode type, JsonElement kinds) = await SendAsync(
            HttpMethod.Post,
            "",
            Text("x", "application/x-thing")
        );
        (HttpStatusCode empty, _) = await SendAsync(HttpMethod.Post, "", Text("", "text/plain"));

        Assert.Contains("?name=", kinds.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, damaged);
        Assert.Contains("damaged", reason.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            [
                HttpStatusCode.UnprocessableEntity,
                HttpStatusCode.UnprocessableEntity,
                HttpStatusCode.UnsupportedMediaType,
                HttpStatusCode.BadRequest,
            ],
            [unknown, other, type, empty]
        );
    }

    [Theory]
    [InlineData("""{"id":"\ud800","text":"Some text."}""", "application/json", HttpStatusCode.Created)]
    [InlineData("""{"title":"\ud800","text":"Some text."}""", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("no form", "multipart/form-data", HttpStatusCode.BadRequest)]
    [InlineData("--x\r\nno form", "multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    public async Task ADamagedBody_MakesNothingFail(string body, string type, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        (HttpStatusCode status, _) = await SendAsync(HttpMethod.Post, "", content);

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData("lighthouse", HttpStatusCode.Conflict)]
    [InlineData(".hidden", HttpStatusCode.BadRequest)]
    [InlineData("..%2F..%2Fcorpus%2Fx", HttpStatusCode.BadRequest)]
    [InlineData("a%20b", HttpStatusCode.BadRequest)]
    public async Task AnIdOfTheCorpus_OrOneThatIsNone_IsRefused(string id, HttpStatusCode expected)
    {
        (HttpStatusCode put, _) = await SendAsync(HttpMethod.Put, id, Text("Mine now.", "text/plain"));
        (HttpStatusCode delete, _) = await SendAsync(HttpMethod.Delete, id);

        Assert.Equal((expected, expected), (put, delete));
        await _host.UntilAsync("/articles/lighthouse", HttpStatusCode.OK);
    }

    [Fact]
    public async Task WithoutTheKey_NothingIsTaken()
    {
        (HttpStatusCode wrong, _) = await SendAsync(
            HttpMethod.Put,
            "x",
            Text("Mine.", "text/plain"),
            "a-wrong-key-of-letters"
        );
        using HttpResponseMessage none = await _host.Client.PutAsync(
            "/api/articles/x",
            Text("Mine.", "text/plain"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.Unauthorized, wrong);
        Assert.Equal(HttpStatusCode.Unauthorized, none.StatusCode);
    }

    private static string[] CitedIn(JsonElement answer) =>
        [.. answer.GetProperty("citations").EnumerateArray().Select(c => c.GetProperty("articleId").GetString()!)];

    private static StringContent Text(string text, string type) => new(text, Encoding.UTF8, type);

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        HttpMethod method,
        string id,
        HttpContent? content = null,
        string key = Key
    )
    {
        string address = id.Length == 0 || id[0] == '?' ? $"/api/articles{id}" : $"/api/articles/{id}";
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using HttpResponseMessage response = await _host.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
