using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SummitBot.TeamsSimulator;

namespace SummitBot.Tests.TeamsSimulator;

public sealed class StreamRulesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<RuleViolation> _violations = [];
    private readonly StreamRules _stream;

    public StreamRulesTests() => _stream = new StreamRules(isPersonal: true, _time);

    private IEnumerable<string> Broken => _violations.Select(b => b.Rule);

    [Fact]
    public void AStreamAsTeamsTakesIt_BreaksNothing()
    {
        Assert.Equal(201, Send("typing", "Searching", "informative", 1)?.Status);
        Wait(1);
        Assert.Equal(202, Send("typing", "It was", "streaming", 2, "s")?.Status);
        Wait(1);
        Assert.Equal(202, Send("typing", "It was a rope", "streaming", 3, "s")?.Status);
        ChannelAnswer? end = Send("message", "It was a rope. [1]", "final", sequence: null, "s");

        Assert.Equal((202, "s"), (end?.Status, (string?)end?.Body?["id"]));
        Assert.Empty(_violations);
        Assert.False(_stream.IsOpen);
    }

    [Fact]
    public void AMessageWithoutStreamInfo_IsNoPartOfAStream() =>
        Assert.Null(_stream.Take(new JsonObject { ["type"] = "message" }, "s", _violations));

    [Fact]
    public void APieceLessThanASecondAfterTheOneBefore_IsRefusedWith429()
    {
        Send("typing", "It", "streaming", 1);
        Wait(0.5);

        ChannelAnswer? answer = Send("typing", "It was", "streaming", 2, "s");

        Assert.Equal((429, 1), (answer?.Status, answer?.RetryAfter));
        Assert.Equal(["stream-pace"], Broken);
    }

    [Fact]
    public void AStreamOfMoreThanTwoMinutes_IsEnded()
    {
        Send("typing", "It", "streaming", 1);
        Wait(121);

        ChannelAnswer? answer = Send("message", "It was", "final", sequence: null, "s");

        Assert.Equal(403, answer?.Status);
        Assert.Equal("ContentStreamNotAllowed", (string?)answer?.Body?["error"]?["code"]);
        Assert.Equal(["stream-length"], Broken);
    }

    [Fact]
    public void AStreamInAGroup_IsRefused()
    {
        var group = new StreamRules(isPersonal: false, _time);

        Assert.Equal(403, group.Take(Piece("typing", "It", "streaming", 1, null), "s", _violations)?.Status);
        Assert.Equal(["stream-place"], Broken);
    }

    [Fact]
    public void ATextThatDoesNotBeginWithTheOneBefore_BreaksARule()
    {
        Send("typing", "It was a rope", "streaming", 1);

        Send("message", "It was nettles", "final", sequence: null, "s");

        Assert.Equal(["stream-text"], Broken);
    }

    [Theory]
    [InlineData(2, "stream-sequence")]
    [InlineData(null, "stream-sequence")]
    public void TheFirstPiece_HasTheNumberOne(int? sequence, string rule)
    {
        Send("typing", "It", "streaming", sequence);

        Assert.Equal([rule], Broken);
    }

    [Fact]
    public void ANumberThatIsNotHigher_BreaksARule()
    {
        Send("typing", "It", "streaming", 1);
        Wait(1);

        Send("typing", "It was", "streaming", 1, "s");

        Assert.Equal(["stream-sequence"], Broken);
    }

    [Fact]
    public void ANumberAtTheEnd_BreaksARule()
    {
        Send("typing", "It", "streaming", 1);

        Send("message", "It", "final", 2, "s");

        Assert.Equal(["stream-sequence"], Broken);
    }

    [Fact]
    public void APieceAfterTheEnd_IsRefused()
    {
        Send("typing", "It", "streaming", 1);
        Send("message", "It", "final", sequence: null, "s");

        Assert.Equal(403, Send("typing", "It was", "streaming", 2, "s")?.Status);
        Assert.Equal(["stream-id"], Broken);
    }

    [Fact]
    public void ASecondStreamBesideTheFirst_BreaksARule()
    {
        Send("typing", "It", "streaming", 1);

        Send("typing", "It", "streaming", 1);

        Assert.Equal(["stream-single"], Broken);
    }

    [Fact]
    public void AnInformativeLineOfMoreThanAThousandCharacters_BreaksARule()
    {
        Send("typing", new string('x', 1_001), "informative", 1);

        Assert.Equal(["stream-informative"], Broken);
    }

    [Theory]
    [InlineData("""{"type":"typing","text":"","entities":[]}""")]
    [InlineData("""{"type":"message","text":"It","entities":[]}""")]
    [InlineData("""{"type":"typing","text":"It","entities":[],"attachments":[{}]}""")]
    [InlineData("""{"type":"typing","text":"It","entities":[],"channelData":{"feedbackLoop":{"type":"default"}}}""")]
    [InlineData(
        """{"type":"typing","text":"It","entities":[{"type":"https://schema.org/Message","additionalType":["AIGeneratedContent"]}]}"""
    )]
    public void APieceWithMoreThanText_BreaksARule(string json)
    {
        JsonObject piece = JsonNode.Parse(json)!.AsObject();
        piece["entities"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["type"] = "streaminfo",
                    ["streamType"] = "streaming",
                    ["streamSequence"] = 1,
                }
            );

        _stream.Take(piece, "s", _violations);

        Assert.Equal(["stream-piece"], Broken);
    }

    private void Wait(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private ChannelAnswer? Send(string type, string text, string streamType, int? sequence, string? id = null) =>
        _stream.Take(Piece(type, text, streamType, sequence, id), "s", _violations);

    private static JsonObject Piece(string type, string text, string streamType, int? sequence, string? id)
    {
        var info = new JsonObject { ["type"] = "streaminfo", ["streamType"] = streamType };
        if (sequence is not null)
        {
            info["streamSequence"] = sequence;
        }

        if (id is not null)
        {
            info["streamId"] = id;
        }

        return new JsonObject
        {
            ["type"] = type,
            ["text"] = text,
            ["entities"] = new JsonArray(info),
        };
    }
}
