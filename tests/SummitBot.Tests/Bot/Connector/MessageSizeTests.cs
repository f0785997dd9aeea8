using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SummitBot.Bot.Activities;
using SummitBot.Bot.Connector;

namespace SummitBot.Tests.Bot.Connector;

public sealed class MessageSizeTests
{
    [Fact]
    public void ASmallMessage_StaysTheSameObject()
    {
        var activity = new Activity(ActivityTypes.Message) { Text = "Short." };

        Assert.Same(activity, MessageSize.Fit(activity));
    }

    [Theory]
    [InlineData("This is \"quoted\". [1]\n\n", "quoted\". [1] …")]
    [InlineData("これは文です。", "これは文です。 …")]
    [InlineData("- A point without a stop\n", "- A point without a stop …")]
    public void ALongMessage_EndsAtASentence(string sentence, string end)
    {
        Activity cut = Fit(string.Concat(Enumerable.Repeat(sentence, 20_000 / sentence.Length * 2)));

        Assert.EndsWith(end, cut.Text);
        Assert.InRange(
            ActivityJson.Serialize(cut).Length,
            MessageSize.MaxCharacters * 3 / 4,
            MessageSize.MaxCharacters
        );
    }

    [Fact]
    public void ATextWithoutAnySentence_IsCutBetweenCharacters()
    {
        Activity cut = Fit(string.Concat(Enumerable.Repeat("👩‍🚀", 10_000)));

        Assert.EndsWith("👩‍🚀 …", cut.Text);
        Assert.InRange(ActivityJson.Serialize(cut).Length, 1, MessageSize.MaxCharacters);
    }

    [Fact]
    public void CitationsOfWhatWasCutOff_GoWithIt_AndTheGivenActivityIsNotTouched()
    {
        string text = $"First. [1] {string.Concat(Enumerable.Repeat("Filler. [1] ", 3_000))}Last. [2]";
        var activity = new Activity(ActivityTypes.Message)
        {
            Text = text,
            Entities =
            [
                new Entity("https://schema.org/Message")
                {
                    Properties = new JObject
                    {
                        ["citation"] = new JArray(new JObject { ["position"] = 1 }, new JObject { ["position"] = 2 }),
                    },
                },
            ],
        };

        Activity cut = MessageSize.Fit(activity);

        JArray left = Assert.IsType<JArray>(Assert.Single(cut.Entities ?? []).Properties["citation"]);
        Assert.Equal(1, (int?)Assert.Single(left)["position"]);
        Assert.Equal(text, activity.Text);
        Assert.Equal(2, Assert.IsType<JArray>(activity.Entities[0].Properties["citation"]).Count);
    }

    private static Activity Fit(string text) => MessageSize.Fit(new Activity(ActivityTypes.Message) { Text = text });
}
