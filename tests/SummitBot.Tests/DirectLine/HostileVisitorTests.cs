using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SummitBot.DirectLine.Settings;
using SummitBot.Tests.Web;
using static SummitBot.Tests.DirectLine.DirectLineClient;

namespace SummitBot.Tests.DirectLine;

/// <summary>Hostile input from visitors: no failures, no full disk, no forged votes.</summary>
public sealed class HostileVisitorTests : IAsyncLifetime
{
    private const string Event = "webchat:activity-status/feedback";
    private const string Secret = "a-secret-that-nobody-guesses";

    private readonly CorpusFolder _folder = CorpusFolder.WithHarbourNews();
    private WebTestHost _host = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await WebTestHost.StartReadyAsync(
            _folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DirectLine:Secret"] = Secret,
                ["DirectLine:VisitorPerMinute"] = "100000",
                ["DirectLine:AddressPerMinute"] = "100000",
                ["DirectLine:TotalPerMinute"] = "100000",
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("""{"type":"message","text":"hi","channelData":{"clientActivityID":"\ud800"}}""", 400)]
    [InlineData($$"""{"type":"event","name":"{{Event}}","value":"\ud800"}""", 400)]
    [InlineData($$$"""{"type":"event","name":"{{{Event}}}","value":{"reaction":"like","comment":"\ud800"}}""", 400)]
    [InlineData($$"""{"type":"event","name":"{{Event}}","entities":[{"@type":"\ud800"}]}""", 400)]
    [InlineData("""{"type":"message","attachments":[{"content":"\ud800"}]}""", 400)]
    [InlineData($$"""{"type":"event","name":"{{Event}}","value":[1]}""", 200)]
    [InlineData($$"""{"type":"event","name":"{{Event}}","value":"x"}""", 200)]
    [InlineData($$"""{"type":"event","name":"{{Event}}","value":5}""", 200)]
    [InlineData($$$"""{"type":"event","name":"{{{Event}}}","value":{"reaction":[],"comment":[]}}""", 200)]
    public async Task ADamagedActivity_MakesNothingFail(string json, int status)
    {
        DirectLineClient client = await StartAsync(_host.Client);

        using HttpResponseMessage response = await PostAsync(client, json);

        Assert.Equal(status, (int)response.StatusCode);
        // The turn of a valid activity after it shows that this one is finished.
        await client.SayAsync("Who cut a rope of nettles?");
        await client.PollMessagesAsync(2);
        Assert.DoesNotContain(_host.Logs.Lines, l => l.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData("/api/ask", "bogus")]
    [InlineData("/api/ask", "utf-7")]
    [InlineData("/api/ask/stream", "bogus")]
    [InlineData("/api/messages", "bogus")]
    [InlineData("/api/webchat/token", "bogus")]
    public async Task ABodyInACharacterSetThatNobodyKnows_Is415(string path, string charset)
    {
        using var content = new StringContent("""{"question":"Who met?"}""");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");

        using HttpResponseMessage response = await _host.Client.PostAsync(path, content, Cancelled);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("UTF-8", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Logs.Lines, l => l.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task OfALargeActivity_OnlyWhatIsOfUseIsKept()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        string filler = new('x', 30_000);

        await client.PostAsync(
            new
            {
                type = "message",
                text = "Who cut a rope of nettles?",
                channelData = new { clientActivityID = "c-1", filler },
                value = filler,
                unknown = "y",
            }
        );
        IReadOnlyList<JsonElement> messages = await client.PollMessagesAsync(3);

        JsonElement echo = messages.Single(m => GetText(m) == "Who cut a rope of nettles?");
        Assert.InRange(echo.GetRawText().Length, 1, 8_192);
        Assert.Equal("c-1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Contains(messages, m => GetText(m)!.Contains("Mayor Ada Quill", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAddressThatSendsAndSends_IsToldToWait_BeforeTheDiskIsFull()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        string json = $$"""{"type":"event","name":"noise","value":"{{new string('x', 7_900)}}"}""";
        int kept = 0;
        HttpResponseMessage? refused = null;
        while (refused is null && kept < 3 * DirectLineLimits.AddressCharactersPerHour / json.Length)
        {
            HttpResponseMessage response = await PostAsync(client, json);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refused = response;
                break;
            }

            // A full queue is unrelated to the disk.
            kept += response.IsSuccessStatusCode ? 1 : 0;
            response.Dispose();
        }

        Assert.NotNull(refused?.Headers.RetryAfter);
        refused.Dispose();
    }

    [Fact]
    public async Task VotesOnAnswersThatNeverWere_DoNotCount()
    {
        DirectLineClient client = await StartAsync(_host.Client);
        for (int i = 0; i < 25; i++)
        {
            await client.PostAsync(
                new
                {
                    type = "event",
                    name = Event,
                    replyToId = i.ToString(CultureInfo.InvariantCulture),
                    value = new { reaction = "dislike" },
                }
            );
        }

        await client.SayAsync("Who cut a rope of nettles?");
        await client.PollMessagesAsync(3);

        Assert.Equal(0L, await CountFeedbackAsync());
    }

    [Theory]
    [InlineData("""{"trustedOrigins":[null,"javascript:alert(1)"]}""")]
    [InlineData("""{"trustedOrigins":[null]}""")]
    [InlineData("""{"trustedOrigins":["https://www.example.org","javascript:alert(1)"]}""")]
    [InlineData("""{"trustedOrigins":["https://www.example.org/path"]}""")]
    public async Task OriginsThatAreNone_AreRefused(string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/tokens/generate");
        request.Headers.Authorization = new("Bearer", Secret);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await _host.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("origin", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(DirectLineClient client, string json)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"/v3/directline/conversations/{client.ConversationId}/activities"
        );
        request.Headers.Authorization = new("Bearer", client.Token);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await _host.Client.SendAsync(request, Cancelled);
    }

    private async Task<long> CountFeedbackAsync()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.Database}");
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM feedback";
        return (long)(await command.ExecuteScalarAsync(Cancelled))!;
    }
}
