using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SummitBot.Tests.DirectLine;

/// <summary>A Direct Line client that knows nothing but the protocol.</summary>
internal sealed class DirectLineClient(HttpClient http)
{
    public string Token { get; set; } = "";

    public string ConversationId { get; set; } = "";

    public string StreamUrl { get; private set; } = "";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A client with a token and an open conversation.</summary>
    public static async Task<DirectLineClient> StartAsync(HttpClient http)
    {
        var client = new DirectLineClient(http);
        await client.TakeTokenAsync();
        using HttpResponseMessage started = await client.SendAsync(
            HttpMethod.Post,
            "conversations",
            new { locale = "en" }
        );
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        client.Take(await started.Content.ReadFromJsonAsync<JsonElement>(Cancelled));
        return client;
    }

    /// <summary>A second client in the same conversation, such as another tab.</summary>
    public DirectLineClient Twin() => new(http) { Token = Token, ConversationId = ConversationId };

    public async Task TakeTokenAsync(string? previous = null)
    {
        using HttpResponseMessage given = await http.PostAsJsonAsync(
            "/api/webchat/token",
            new { token = previous },
            Cancelled
        );
        Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        Take(await given.Content.ReadFromJsonAsync<JsonElement>(Cancelled));
    }

    /// <summary>Comes back after what the watermark stands for.</summary>
    public async Task<HttpStatusCode> ReconnectAsync(string watermark)
    {
        using HttpResponseMessage response = await SendAsync(
            HttpMethod.Get,
            $"conversations/{ConversationId}?watermark={watermark}"
        );
        if (response.IsSuccessStatusCode)
        {
            Take(await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled));
        }

        return response.StatusCode;
    }

    public Task<DirectLineStream> OpenStreamAsync(string? origin = null) =>
        DirectLineStream.OpenAsync(StreamUrl, origin);

    public Task<HttpResponseMessage> PostAsync(object activity) =>
        SendAsync(HttpMethod.Post, $"conversations/{ConversationId}/activities", activity);

    /// <summary>Sends a message.</summary>
    /// <returns>The id that it got.</returns>
    public async Task<string> SayAsync(string text, string? clientActivityId = null)
    {
        using HttpResponseMessage response = await PostAsync(GetMessage(text, clientActivityId));
        string body = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!["id"]!.GetValue<string>();
    }

    public static object GetMessage(string text, string? clientActivityId = null) =>
        new
        {
            type = "message",
            text,
            from = new { id = "somebody", role = "bot" },
            channelData = new { clientActivityID = clientActivityId ?? Guid.NewGuid().ToString(), own = "kept" },
            textFormat = "plain",
            locale = "en",
        };

    public async Task<(IReadOnlyList<JsonElement> Activities, string Watermark)> PollAsync(string watermark = "")
    {
        using HttpResponseMessage response = await SendAsync(
            HttpMethod.Get,
            $"conversations/{ConversationId}/activities?watermark={watermark}"
        );
        JsonElement set = await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.True(response.IsSuccessStatusCode, set.ToString());
        return ([.. set.GetProperty("activities").EnumerateArray()], set.GetProperty("watermark").GetString()!);
    }

    /// <summary>Polls until the conversation has so many messages.</summary>
    public async Task<IReadOnlyList<JsonElement>> PollMessagesAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            JsonElement[] messages = [.. (await PollAsync()).Activities.Where(a => GetActivityType(a) == "message")];
            if (messages.Length >= count)
            {
                return messages;
            }

            Assert.False(limit.IsCancellationRequested, $"{messages.Length} of {count} messages came.");
            await Task.Delay(20, Cancelled);
        }
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string address,
        object? body = null,
        string? token = null,
        string? origin = null
    )
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline/{address}");
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await http.SendAsync(request, Cancelled);
    }

    public static string GetActivityType(JsonElement activity) => activity.GetProperty("type").GetString()!;

    public static string? GetText(JsonElement activity) =>
        activity.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;

    public static string GetId(JsonElement activity) => activity.GetProperty("id").GetString()!;

    private void Take(JsonElement session)
    {
        Token = session.GetProperty("token").GetString()!;
        ConversationId = session.GetProperty("conversationId").GetString()!;
        StreamUrl = session.TryGetProperty("streamUrl", out JsonElement url) ? url.GetString()! : StreamUrl;
    }
}
