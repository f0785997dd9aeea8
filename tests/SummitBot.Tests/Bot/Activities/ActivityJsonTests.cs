using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Teams;

namespace SummitBot.Tests.Bot.Activities;

public sealed class ActivityJsonTests
{
    /// <summary>With properties unknown to the SDK's classes, in every object whose class preserves them.</summary>
    private const string WithUnknownProperties = """
        {
          "type": "message", "id": "1", "timestamp": "2026-11-24T03:00:00.123+00:00", "localTimezone": "UTC",
          "from": { "id": "u", "name": "Alex", "tenantName": { "deep": [1, 2.50, null, "x"] } },
          "conversation": { "id": "c", "conversationType": "personal", "newField": true },
          "recipient": { "id": "b", "more": 1e3 },
          "membersAdded": [{ "id": "u", "userRole": "owner" }],
          "entities": [{ "type": "clientInfo", "platform": "Web", "nested": { "a": [] } }, { "@type": "Thing" }],
          "attachments": [{ "contentType": "text/html", "content": "<p>a</p>", "size": 7 }],
          "suggestedActions": { "actions": [{ "type": "imBack", "title": "t", "value": { "k": 1 } }] },
          "reactionsAdded": [{ "type": "like" }],
          "relatesTo": { "conversation": { "id": "d" } },
          "channelData": { "tenant": { "id": "t" }, "anything": [1, 2] },
          "value": "text", "futureField": { "z": "й" }
        }
        """;

    [Fact]
    public void UnknownProperties_SurviveARoundTrip_Everywhere()
    {
        Activity activity = ActivityJson.Deserialize<Activity>(WithUnknownProperties)!;

        var written = JsonNode.Parse(ActivityJson.Serialize(activity));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(WithUnknownProperties), written), written?.ToJsonString());
    }

    [Fact]
    public void EntitiesOfOurOwn_AreWrittenWhole_AndReadBack()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            Entities =
            [
                new AiMessage { Citation = [new CitedClaim(1, new CitedDocument("Title", "Quote", Url: null))] },
                new StreamInfo
                {
                    StreamId = "s",
                    StreamType = StreamInfo.Streaming,
                    StreamSequence = 2,
                },
                new Mention { Mentioned = new ChannelAccount("b"), Text = "<at>B</at>" },
            ],
        };

        JsonElement entities = JsonSerializer
            .Deserialize<JsonElement>(ActivityJson.Serialize(activity))
            .GetProperty("entities");

        Assert.Equal("https://schema.org/Message", entities[0].GetProperty("type").GetString());
        Assert.Equal("Message", entities[0].GetProperty("@type").GetString());
        Assert.Equal("", entities[0].GetProperty("@id").GetString());
        JsonElement claim = entities[0].GetProperty("citation")[0];
        Assert.Equal("Claim", claim.GetProperty("@type").GetString());
        Assert.Equal("Quote", claim.GetProperty("appearance").GetProperty("abstract").GetString());
        Assert.False(claim.GetProperty("appearance").TryGetProperty("url", out _));
        Assert.Equal(2, entities[1].GetProperty("streamSequence").GetInt32());
        Activity read = ActivityJson.Deserialize<Activity>(ActivityJson.Serialize(activity))!;
        Assert.Equal("b", Assert.Single(read.GetMentions()).Mentioned?.Id);
    }
}
