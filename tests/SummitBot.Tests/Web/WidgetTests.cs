using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SummitBot.Language;

namespace SummitBot.Tests.Web;

/// <summary>The widget's files, as loaded by a page of another origin.</summary>
public sealed class WidgetTests(HarbourHost harbour) : IClassFixture<HarbourHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Languages => [.. Phrases.Codes.Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("/widget.js", "text/javascript")]
    [InlineData("/widget/panel.js", "text/javascript")]
    [InlineData("/widget/answer.js", "text/javascript")]
    [InlineData("/widget/citation.js", "text/javascript")]
    [InlineData("/widget/connection.js", "text/javascript")]
    [InlineData("/widget/panel.css", "text/css")]
    [InlineData("/widget/texts/ar.json", "application/json")]
    public async Task AFile_MayBeLoadedByAnyOrigin(string address, string type)
    {
        using HttpResponseMessage response = await harbour.Client.GetAsync(address, Cancelled);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("cross-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task TheLoader_IsTheSameCompressedAndPlain()
    {
        string plain = await harbour.Client.GetStringAsync("/widget.js", Cancelled);
        using HttpResponseMessage compressed = await GetAsync("/widget.js", r => r.AcceptEncoding.ParseAdd("gzip, br"));
        await using var content = new GZipStream(
            await compressed.Content.ReadAsStreamAsync(Cancelled),
            CompressionMode.Decompress
        );
        using var reader = new StreamReader(content);

        Assert.Equal("gzip", Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", compressed.Headers.Vary);
        Assert.Equal(plain, await reader.ReadToEndAsync(Cancelled));
    }

    [Fact]
    public async Task AFileThatTheBrowserHas_IsNotSentAgain()
    {
        using HttpResponseMessage first = await harbour.Client.GetAsync("/widget.js", Cancelled);
        using HttpResponseMessage second = await GetAsync("/widget.js", r => r.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ALanguageOfTheBot_HasAllTextsOfTheWidget(string language)
    {
        IReadOnlyDictionary<string, string> english = await TextsAsync("en");
        IReadOnlyDictionary<string, string> texts = await TextsAsync(language);

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(texts.Values, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Contains("{0}", texts["waiting"], StringComparison.Ordinal);
        Assert.Contains(
            $"\n    {language}: [",
            await harbour.Client.GetStringAsync("/widget.js", Cancelled),
            StringComparison.Ordinal
        );
    }

    private async Task<IReadOnlyDictionary<string, string>> TextsAsync(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            await harbour.Client.GetStringAsync($"/widget/texts/{language}.json", Cancelled)
        )!;

    private async Task<HttpResponseMessage> GetAsync(string address, Action<HttpRequestHeaders> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        headers(request.Headers);
        return await harbour.Client.SendAsync(request, Cancelled);
    }
}
