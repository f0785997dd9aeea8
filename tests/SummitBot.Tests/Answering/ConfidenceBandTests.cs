using SummitBot.Core.Answers;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

/// <summary>Answer, passages that may answer, refusal: three bands of confidence, whose borders are settings.</summary>
public sealed class ConfidenceBandTests : IDisposable
{
    private const string Sentence = "Guests come by train because the airport is far away.";

    private AnswerHost? _host;

    public void Dispose() => _host?.Dispose();

    [Theory]
    [InlineData("0", "0", AnswerOutcome.Answered, 1)]
    [InlineData("1", "0", AnswerOutcome.Offered, 1)]
    [InlineData("1", "1", AnswerOutcome.NotInCorpus, 0)]
    public async Task Confidence_DecidesHowASentenceIsShown(
        string minimum,
        string closest,
        AnswerOutcome outcome,
        int citations
    )
    {
        Answer answer = await AskAsync(minimum, closest);

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(citations, answer.Citations.Count);
        Assert.Equal(citations, answer.Sentences.Count);
        Assert.Equal(citations > 0, answer.Text.Contains(Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Offers_AreTheLikeliestSentences_EachWithANeighbourAndACitation_AndNoFarLessLikelyOnes()
    {
        Answer answer = await AskAsync(minimum: "1", closest: "0");

        Assert.Equal(
            $"""
            I am not sure of the answer. Passages that may answer:
            - It rains seldom. {Sentence} [1]
            """.ReplaceLineEndings("\n"),
            answer.Text
        );
        Assert.All(answer.Sentences, s => Assert.Single(s.Citations));
        Assert.Equal(["airport"], answer.Citations.Select(c => c.Article.Id.Value));
        Assert.Equal(answer.Sentences.Select(s => s.Text), answer.Citations.Select(c => c.Quote));
        Assert.Null(answer.ShortAnswer);
    }

    [Fact]
    public async Task Offers_ComeFromDifferentPlaces_WhereTheyAreAboutAsLikely()
    {
        _host = new AnswerHost(
            ("SummitBot:Answering:MinConfidence", "1"),
            ("SummitBot:Answering:ClosestPassageConfidence", "0")
        );
        _host.Build(
            IndexHost.CreateArticle("north", "Trains from Norham to the coast run hourly."),
            IndexHost.CreateArticle("south", "Trains from Sutley to the coast run daily.")
        );

        Answer answer = await _host.AskAsync("When do trains run to the coast?");

        Assert.Equal(AnswerOutcome.Offered, answer.Outcome);
        Assert.Equal(["north", "south"], answer.Citations.Select(c => c.Article.Id.Value).Order());
        Assert.Equal(2, answer.Text.Split("\n- ").Length - 1);
    }

    [Fact]
    public async Task Offers_NeverShareASentence()
    {
        _host = new AnswerHost(
            ("SummitBot:Answering:MinConfidence", "1"),
            ("SummitBot:Answering:ClosestPassageConfidence", "0")
        );
        _host.Build(
            IndexHost.CreateArticle(
                "coast",
                "Trains to the coast run hourly. Trains to the hills run daily. Trains sleep in the yard. Trains to the lake run at noon."
            )
        );

        Answer answer = await _host.AskAsync("Which trains run?");

        Assert.InRange(answer.Citations.Count, 2, 3);
        Assert.All(
            answer.Citations,
            c => Assert.DoesNotContain(answer.Citations, other => other != c && other.Range.Overlaps(c.Range))
        );
    }

    [Fact]
    public async Task AByline_IsNeverOffered()
    {
        _host = new AnswerHost(
            ("SummitBot:Answering:MinConfidence", "1"),
            ("SummitBot:Answering:ClosestPassageConfidence", "0")
        );
        _host.Build(
            IndexHost.CreateArticle("bridge", "By Lena Ford\nThe bridge reopened after long repairs.") with
            {
                Author = "Lena Ford",
            }
        );

        Answer answer = await _host.AskAsync("Who designed the bridge?");

        Assert.Equal("The bridge reopened after long repairs.", Assert.Single(answer.Sentences).Text);
    }

    private Task<Answer> AskAsync(string minimum, string closest)
    {
        _host = new AnswerHost(
            ("SummitBot:Answering:MinConfidence", minimum),
            ("SummitBot:Answering:ClosestPassageConfidence", closest)
        );
        _host.Build(
            IndexHost.CreateArticle("airport", $"It rains seldom. {Sentence}"),
            IndexHost.CreateArticle("coast", "Trains to the coast run hourly.")
        );
        return _host.AskAsync("Why do guests come by train?");
    }
}
