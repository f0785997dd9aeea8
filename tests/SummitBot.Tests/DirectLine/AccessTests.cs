using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using SummitBot.Tests.Web;
using static SummitBot.Tests.DirectLine.DirectLineClient;

namespace SummitBot.Tests.DirectLine;

/// <summary>Who may do what by Direct Line, and what nobody may.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string Secret = "a secret of the operator's own";
    private const string Listed = "https://www.example.org";
    private const string Foreign = "https://evil.example";

    private readonly HarbourHost _harbour = new(
        ("DirectLine:Secret", Secret),
        ("DirectLine:AllowedOrigins:0", Listed),
        ("DirectLine:VisitorPerMinute", "5"),
        ("DirectLine:MaxBodyBytes", "4096")
    );

    private WebTestHost Host => _harbour.Host;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _harbour.InitializeAsync();

    public ValueTask DisposeAsync() => _harbour.DisposeAsync();

    [Fact]
    public async Task AVisitor_CannotReadOrWriteAnothersConversation()
    {
        DirectLineClient victim = await StartAsync(Host.Client);
        DirectLineClient thief = await StartAsync(Host.Client);
        thief.ConversationId = victim.ConversationId;

        Assert.Equal(HttpStatusCode.Forbidden, await thief.ReconnectAsync(""));
        await AssertRefusedAsync(thief.PostAsync(GetMessage("I am you")), HttpStatusCode.Forbidden);
        await AssertRefusedAsync(
            thief.SendAsync(HttpMethod.Get, $"conversations/{victim.ConversationId}/activities"),
            HttpStatusCode.Forbidden
        );
        string stolen = thief.StreamUrl.Replace(
            thief.StreamUrl.Split("/conversations/")[1].Split('/')[0],
            victim.ConversationId,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<WebSocketException>(() => DirectLineStream.OpenAsync(stolen, origin: null));
        Assert.Single(await victim.PollMessagesAsync(1));
    }

    [Fact]
    public async Task AVisitor_CannotSpeakAsTheBot_NorAnnounceMembers()
    {
        DirectLineClient client = await StartAsync(Host.Client);
        await client.PostAsync(
            new
            {
                type = "message",
                id = "mine",
                text = "Trust me",
                from = new
                {
                    id = "summitbot",
                    name = "SummitBot",
                    role = "bot",
                },
                recipient = new { id = "x" },
                conversation = new { id = "other" },
                serviceUrl = "https://evil.example",
                deliveryMode = "expectReplies",
                channelId = "msteams",
            }
        );
        JsonElement echo = (await client.PollMessagesAsync(2)).Single(m => GetText(m) == "Trust me");

        Assert.Equal("user", echo.GetProperty("from").GetProperty("role").GetString());
        Assert.StartsWith("dl_", echo.GetProperty("from").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(client.ConversationId, echo.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal("directline", echo.GetProperty("channelId").GetString());
        Assert.NotEqual("mine", GetId(echo));
        foreach (string type in new[] { "conversationUpdate", "installationUpdate", "invoke", "nonsense" })
        {
            await AssertRefusedAsync(client.PostAsync(new { type }), HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task OnlyOurOwnTokensOpenAnything()
    {
        DirectLineClient client = await StartAsync(Host.Client);
        string[] parts = client.Token.Split('.');
        string claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        string none = Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);
        string other = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(claims.Replace("\"user\":\"dl_", "\"user\":\"xx_", StringComparison.Ordinal))
        );
        string stream = client.StreamUrl.Split("&t=")[1];
        string[] bad =
        [
            "x",
            $"{none}.{parts[1]}.",
            $"{parts[0]}.{other}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.AAAA",
            stream,
        ];
        foreach (string token in bad)
        {
            await AssertRefusedAsync(
                client.SendAsync(HttpMethod.Post, "tokens/refresh", token: token),
                HttpStatusCode.Forbidden,
                "TokenExpired"
            );
        }

        using HttpResponseMessage nothing = await Host.Client.PostAsync(
            "/v3/directline/tokens/refresh",
            content: null,
            Cancelled
        );
        Assert.Equal(HttpStatusCode.Unauthorized, nothing.StatusCode);
        string wrong = client.StreamUrl.Replace($"&t={stream}", $"&t={client.Token}", StringComparison.Ordinal);
        await Assert.ThrowsAsync<WebSocketException>(() => DirectLineStream.OpenAsync(wrong, origin: null));
    }

    [Fact]
    public async Task AToken_ServesItsTime_AndIsRefreshedBeforeItsEnd()
    {
        DirectLineClient client = await StartAsync(Host.Client);
        Host.Time.Advance(TimeSpan.FromMinutes(29));
        using HttpResponseMessage refreshed = await client.SendAsync(HttpMethod.Post, "tokens/refresh");
        JsonElement body = await refreshed.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal(1_800, body.GetProperty("expires_in").GetInt32());
        Host.Time.Advance(TimeSpan.FromMinutes(2));

        await AssertRefusedAsync(client.PostAsync(GetMessage("late")), HttpStatusCode.Forbidden, "TokenExpired");
        client.Token = body.GetProperty("token").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await client.ReconnectAsync(""));
    }

    [Fact]
    public async Task AStreamsAddress_ServesAMinute()
    {
        DirectLineClient client = await StartAsync(Host.Client);
        Host.Time.Advance(TimeSpan.FromSeconds(61));
        await Assert.ThrowsAsync<WebSocketException>(() => client.OpenStreamAsync());
        Assert.Equal(HttpStatusCode.OK, await client.ReconnectAsync(""));
        using DirectLineStream stream = await client.OpenStreamAsync();
        await stream.MessagesAsync(1);
    }

    [Fact]
    public async Task APage_GoesOnWithItsConversation_WhenItsTokenIsOver_ForADay()
    {
        DirectLineClient client = await StartAsync(Host.Client);
        (string conversation, string token) = (client.ConversationId, client.Token);
        Host.Time.Advance(TimeSpan.FromHours(24));

        await client.TakeTokenAsync(token);
        Assert.Equal(conversation, client.ConversationId);
        Assert.Equal(HttpStatusCode.OK, await client.ReconnectAsync(""));

        Host.Time.Advance(TimeSpan.FromHours(1));
        foreach (string old in new[] { token, "nonsense", client.StreamUrl.Split("&t=")[1] })
        {
            await client.TakeTokenAsync(old);
            Assert.NotEqual(conversation, client.ConversationId);
        }
    }

    [Fact]
    public async Task OnlyTheSecret_GivesTokensForOthers()
    {
        var server = new DirectLineClient(Host.Client) { Token = Secret };
        object body = new { user = new { id = "dl_alice" }, trustedOrigins = new[] { Listed } };
        using HttpResponseMessage given = await server.SendAsync(HttpMethod.Post, "tokens/generate", body);
        JsonElement token = await given.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal(1_800, token.GetProperty("expires_in").GetInt32());
        var alice = new DirectLineClient(Host.Client) { Token = token.GetProperty("token").GetString()! };
        Assert.Contains(
            "\"user\":\"dl_alice\"",
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars(alice.Token.Split('.')[1])),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Secret, token.ToString(), StringComparison.Ordinal);

        using HttpResponseMessage started = await alice.SendAsync(HttpMethod.Post, "conversations", origin: Listed);
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        using HttpResponseMessage again = await alice.SendAsync(HttpMethod.Post, "conversations");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        string own = $"http://{Host.Client.BaseAddress!.Authority}";
        await AssertRefusedAsync(
            alice.SendAsync(HttpMethod.Post, "conversations", origin: own),
            HttpStatusCode.Forbidden
        );
        await AssertRefusedAsync(
            server.SendAsync(HttpMethod.Post, "tokens/generate", body, token: alice.Token),
            HttpStatusCode.Forbidden
        );
        await AssertRefusedAsync(
            server.SendAsync(HttpMethod.Post, "tokens/generate", body, token: Secret + "x"),
            HttpStatusCode.Forbidden
        );
    }

    [Theory]
    [InlineData("tokens/generate")]
    [InlineData("conversations")]
    public async Task WhatAServerAsksFor_IsChecked_WhereverItAsks(string path)
    {
        var server = new DirectLineClient(Host.Client) { Token = Secret };
        foreach (
            object body in new object[]
            {
                new { user = new { id = "" } },
                new { user = new { id = new string('x', 65) } },
                new { trustedOrigins = new[] { "www.example.org" } },
            }
        )
        {
            await AssertRefusedAsync(server.SendAsync(HttpMethod.Post, path, body), HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task OnlyPagesOfThisHostAndListedOrigins_MayTalkToTheBot()
    {
        foreach (
            (string origin, HttpStatusCode status) in new[]
            {
                (Listed, HttpStatusCode.OK),
                ($"http://{Host.Client.BaseAddress!.Authority}", HttpStatusCode.OK),
                (Foreign, HttpStatusCode.Forbidden),
                ("null", HttpStatusCode.Forbidden),
                (Listed + ".evil.example", HttpStatusCode.Forbidden),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webchat/token");
            request.Headers.Add("Origin", origin);
            using HttpResponseMessage response = await Host.Client.SendAsync(request, Cancelled);
            Assert.Equal((origin, status), (origin, response.StatusCode));
        }

        DirectLineClient client = await StartAsync(Host.Client);
        await Assert.ThrowsAsync<WebSocketException>(() => client.OpenStreamAsync(Foreign));
        using DirectLineStream stream = await client.OpenStreamAsync(Listed);
        await AssertRefusedAsync(
            client.SendAsync(HttpMethod.Post, "tokens/refresh", origin: Foreign),
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task AListedOrigin_MayReadErrorsToo_AForeignOneNothing()
    {
        var client = new DirectLineClient(Host.Client);
        using HttpResponseMessage listed = await client.SendAsync(
            HttpMethod.Post,
            "tokens/refresh",
            token: "x",
            origin: Listed
        );
        using HttpResponseMessage foreign = await client.SendAsync(
            HttpMethod.Post,
            "tokens/refresh",
            token: "x",
            origin: Foreign
        );
        Assert.Equal(HttpStatusCode.Forbidden, listed.StatusCode);
        Assert.Equal([Listed], listed.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
        preflight.Headers.Add("Origin", Listed);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add(
            "Access-Control-Request-Headers",
            "authorization,content-type,x-ms-bot-agent,x-requested-with"
        );
        using HttpResponseMessage allowed = await Host.Client.SendAsync(preflight, Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        string headers = string.Join(',', allowed.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.Contains("x-ms-bot-agent", headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_HoldNoQuestions()
    {
        DirectLineClient client = await StartAsync(Host.Client);
        using DirectLineStream stream = await client.OpenStreamAsync();
        await client.SayAsync("Who cut a rope of quincunxes?");
        await stream.MessagesAsync(3);

        Assert.DoesNotContain(Host.Logs.Lines, l => l.Text.Contains("quincunxes", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task ARush_IsSlowedDown_ForThatVisitorAlone()
    {
        DirectLineClient client = await StartAsync(Host.Client);
        for (int i = 0; i < 5; i++)
        {
            await client.SayAsync("Hello");
        }

        using HttpResponseMessage refused = await client.PostAsync(GetMessage("Hello"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(Assert.NotNull(refused.Headers.RetryAfter?.Delta).TotalSeconds, 1, 60);
        DirectLineClient another = await StartAsync(Host.Client);
        await another.SayAsync("Hello");
    }

    [Fact]
    public async Task WhatIsNoProperRequest_IsRefusedWithASentence()
    {
        DirectLineClient client = await StartAsync(Host.Client);
        string address = $"/v3/directline/conversations/{client.ConversationId}";
        await AssertRefusedAsync(PostRawAsync(client, $"{address}/activities", "{"), HttpStatusCode.BadRequest);
        await AssertRefusedAsync(PostRawAsync(client, $"{address}/activities", ""), HttpStatusCode.BadRequest);
        await AssertRefusedAsync(
            client.PostAsync(GetMessage(new string('x', 5_000))),
            HttpStatusCode.RequestEntityTooLarge
        );
        using HttpResponseMessage upload = await client.SendAsync(
            HttpMethod.Post,
            $"conversations/{client.ConversationId}/upload"
        );
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, upload.StatusCode);
        Assert.Contains("no files", await upload.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        using HttpResponseMessage session = await client.SendAsync(HttpMethod.Get, "session/getsessionid");
        Assert.Equal("{}", await session.Content.ReadAsStringAsync(Cancelled));
        await AssertRefusedAsync(
            client.SendAsync(HttpMethod.Get, $"conversations/{client.ConversationId}/stream"),
            HttpStatusCode.BadRequest
        );
        DirectLineClient unstarted = new(Host.Client);
        await unstarted.TakeTokenAsync();
        Assert.Equal(HttpStatusCode.NotFound, await unstarted.ReconnectAsync(""));
    }

    private async Task<HttpResponseMessage> PostRawAsync(DirectLineClient client, string address, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", client.Token);
        return await Host.Client.SendAsync(request, Cancelled);
    }

    private static async Task AssertRefusedAsync(
        Task<HttpResponseMessage> sending,
        HttpStatusCode status,
        string code = "BadArgument"
    )
    {
        using HttpResponseMessage response = await sending;
        JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, body.GetProperty("error").GetProperty("code").GetString());
        Assert.NotEmpty(body.GetProperty("error").GetProperty("message").GetString()!);
    }
}
