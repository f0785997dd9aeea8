using SummitBot.Core.Answers;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Answering;

/// <summary>Answer, closest passage, refusal: three bands of confidence, whose borders are settings.</summary>
public sealed class ConfidenceBandTests : IDisposable
{
    private const string Sentence = "Guests come by train because the airport is far away.";

    private AnswerHost? _host;

    public void Dispose() => _host?.Dispose();

    [Theory]
    [InlineData("0", "0", AnswerOutcome.Answered, 1)]
    [InlineData("1", "0", AnswerOutcome.NotInCorpus, 1)]
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
    public async Task TheClosestPassage_IsCalledThatAndNamesItsArticles()
    {
        Answer answer = await AskAsync(minimum: "1", closest: "0");

        Assert.Equal($"The articles don't say this clearly. The closest passage: {Sentence} [1]", answer.Text);
        Assert.Equal("airport", Assert.Single(answer.Closest).Id.Value);
    }

    private Task<Answer> AskAsync(string minimum, string closest)
    {
        _host = new AnswerHost(
            ("SummitBot:Answering:MinConfidence", minimum),
            ("SummitBot:Answering:ClosestPassageConfidence", closest)
        );
        _host.Build(IndexHost.CreateArticle("airport", $"It rains seldom. {Sentence}"));
        return _host.AskAsync("Why do guests come by train?");
    }
}
