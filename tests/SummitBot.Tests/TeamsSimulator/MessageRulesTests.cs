using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SummitBot.TeamsSimulator;

namespace SummitBot.Tests.TeamsSimulator;

public sealed class MessageRulesTests
{
    private const string Good = """
        {"type":"message","text":"A rope of nettles. [1]","entities":[{"type":"https://schema.org/Message",
        "additionalType":["AIGeneratedContent"],"citation":[{"position":1,"appearance":{"name":"Harbour",
        "abstract":"A rope.","url":"https://example.org/"}}]}],"channelData":{"feedbackLoop":{"type":"default"}},
        "suggestedActions":{"actions":[{"type":"imBack","title":"Who?","value":"Who?"}]}}
        """;

    [Fact]
    public void AMessageAsTeamsTakesIt_BreaksNothing() => Assert.Empty(Check(Good));

    [Theory]
    [InlineData("A rope of nettles. [1]", "A rope of nettles.", "citations")]
    [InlineData("A rope of nettles. [1]", "A rope [2] of nettles. [1]", "citations")]
    [InlineData("\"position\":1", "\"position\":\"1\"", "citations")]
    [InlineData("\"name\":\"Harbour\"", "\"name\":\"\"", "citations")]
    [InlineData("https://example.org/", "articles/harbour", "citations")]
    [InlineData("[\"AIGeneratedContent\"]", "[\"AI\"]", "label")]
    [InlineData("[\"AIGeneratedContent\"]", "[\"AIGeneratedContent\",\"x\"]", "label")]
    [InlineData("\"type\":\"default\"", "\"type\":\"none\"", "feedback")]
    [InlineData("imBack", "openUrl", "suggestions")]
    [InlineData("A rope of", "# A rope of", "markdown")]
    [InlineData("A rope of", "![x](https://example.org/x.png) of", "markdown")]
    [InlineData("A rope of", "| A | rope |\\nof", "markdown")]
    [InlineData("[1]\"", "[1]\\n\\n[1]: https://example.org \\\"Harbour\\\"\"", "markdown")]
    public void AMessageThatTeamsWouldNotShowSo_BreaksARule(string right, string wrong, string rule)
    {
        string json = Good.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Good, json);

        Assert.Contains(rule, Check(json).Select(b => b.Rule));
    }

    [Theory]
    [InlineData(81, 10)]
    [InlineData(10, 161)]
    public void ANameOrAbstractThatIsTooLong_BreaksARule(int name, int quote)
    {
        string json = Good.Replace("Harbour", new string('x', name), StringComparison.Ordinal)
            .Replace("A rope.", new string('x', quote), StringComparison.Ordinal);

        Assert.Equal(["citations"], Check(json).Select(b => b.Rule));
    }

    [Fact]
    public void MoreThanTwentyCitations_BreakARule()
    {
        JsonObject message = JsonNode.Parse(Good)!.AsObject();
        JsonArray claims = message["entities"]![0]!["citation"]!.AsArray();
        for (int i = 2; i <= 21; i++)
        {
            JsonNode claim = claims[0]!.DeepClone();
            claim["position"] = i;
            claims.Add(claim);
        }

        message["text"] = string.Join(
            ' ',
            Enumerable.Range(1, 21).Select(i => string.Create(CultureInfo.InvariantCulture, $"Rope. [{i}]"))
        );

        Assert.Equal(["citations"], MessageRules.Check(message, isPersonal: true).Select(b => b.Rule));
    }

    [Fact]
    public void ASecondEntityOfTheMessage_BreaksARule()
    {
        JsonObject message = JsonNode.Parse(Good)!.AsObject();
        message["entities"]!.AsArray().Add(message["entities"]![0]!.DeepClone());

        Assert.Equal(["citations"], MessageRules.Check(message, isPersonal: true).Select(b => b.Rule));
    }

    [Fact]
    public void SuggestedActionsInAGroup_BreakARule() =>
        Assert.Equal(
            ["suggestions"],
            MessageRules.Check(JsonNode.Parse(Good)!.AsObject(), isPersonal: false).Select(b => b.Rule)
        );

    [Theory]
    [InlineData("""{"type":"message"}""", "empty")]
    [InlineData(
        """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6"}}]}""",
        "card"
    )]
    public void NothingToShow_OrACardOfALaterVersion_BreaksARule(string json, string rule) =>
        Assert.Equal([rule], Check(json).Select(b => b.Rule));

    [Fact]
    public void TheSizeIsCountedInUtf16()
    {
        Assert.Null(MessageRules.TooBig(new string('ж', 20 * 1024)));
        Assert.Equal("size", MessageRules.TooBig(new string('ж', (20 * 1024) + 1))?.Rule);
    }

    [Theory]
    [InlineData(7, 0.01)]
    [InlineData(8, 0.2)]
    [InlineData(60, 0.4)]
    public void OneRequestMoreThanTheRates_BreaksARule(int allowed, double pause)
    {
        var time = new FakeTimeProvider();
        var rates = new RateRules(time);
        for (int i = 0; i < allowed; i++)
        {
            Assert.Null(rates.Take());
            time.Advance(TimeSpan.FromSeconds(pause));
        }

        Assert.Equal("rate", rates.Take()?.Rule);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(rates.Take());
    }

    private static RuleViolation[] Check(string json) =>
        [.. MessageRules.Check(JsonNode.Parse(json)!.AsObject(), isPersonal: true)];
}
