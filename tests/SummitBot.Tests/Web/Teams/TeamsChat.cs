using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SummitBot.Tests.Bot.Connector;

namespace SummitBot.Tests.Web.Teams;

/// <summary>A conversation in Teams: sends activities like Teams, and records what the bot sends.</summary>
internal sealed class TeamsChat(WebTestHost host, FakeChannel channel, string type = "personal")
{
    public const string Bot = "28:bot";
    public const string Person = "29:alex";

    private int _ids;

    public string Id { get; } =
        type == "personal" ? $"a:{Guid.NewGuid():N}" : $"19:{Guid.NewGuid():N}@thread.tacv2;messageid=1";

    public string Locale { get; init; } = "en-US";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Everything received in this conversation, in order.</summary>
    public IReadOnlyList<FakeChannel.Received> Received =>
        [.. channel.Requests.Where(r => r.Body.GetProperty("conversation").GetProperty("id").GetString() == Id)];

    public IReadOnlyList<JsonElement> Messages =>
        [.. Received.Select(r => r.Body).Where(b => b.GetProperty("type").GetString() == "message")];

    /// <summary>An activity as Teams makes it.</summary>
    public JsonObject Activity(string activityType) =>
        new()
        {
            ["type"] = activityType,
            ["id"] = $"m{Interlocked.Increment(ref _ids)}",
            ["timestamp"] = "2026-11-24T03:00:00Z",
            ["serviceUrl"] = channel.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = Person, ["name"] = "Alex" },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "SummitBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = Id,
                ["conversationType"] = type,
                ["isGroup"] = type != "personal",
                ["tenantId"] = "t1",
            },
            ["locale"] = Locale,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "t1" } },
        };

    public JsonObject Message(string text)
    {
        JsonObject message = Activity("message");
        message["text"] = text;
        message["textFormat"] = "plain";
        return message;
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) =>
        host.Client.PostAsJsonAsync("/api/messages", activity, Cancelled);

    /// <summary>Sends the activity and waits until the conversation has this many messages.</summary>
    public async Task<JsonElement> SendAsync(JsonObject activity, int messages)
    {
        using HttpResponseMessage response = await PostAsync(activity);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        await host.UntilAsync(() => Task.FromResult(Messages.Count >= messages));
        return Messages[messages - 1];
    }

    /// <summary>Says something and returns the next message.</summary>
    public Task<JsonElement> SayAsync(string text) => SendAsync(Message(text), Messages.Count + 1);
}
