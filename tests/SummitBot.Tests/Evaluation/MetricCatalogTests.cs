using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

public sealed class MetricCatalogTests
{
    private static readonly QuestionResult[] Questions =
    [
        QuestionResults.Answerable("right", Verdict.Right, 0.9),
        QuestionResults.Answerable("wrong", Verdict.Wrong, 0.8),
        QuestionResults.Answerable("shy", Verdict.NotAnswered, 0.3),
        QuestionResults.Unanswerable("refused", Verdict.RightlyRefused, 0.1),
        QuestionResults.Unanswerable("bold", Verdict.WronglyAnswered, 0.7),
    ];

    [Theory]
    [InlineData("questions", 5)]
    [InlineData("answerable", 3)]
    [InlineData("unanswerable", 2)]
    [InlineData("hit1", 0)]
    [InlineData("hit5", 1)]
    [InlineData("articleHit1", 1)]
    [InlineData("mrr", 0.5)]
    [InlineData("ndcg10", 0.63093)]
    [InlineData("passage1", 1 / 3.0)]
    [InlineData("contains", 1 / 3.0)]
    [InlineData("f1", 0.5 / 3)]
    [InlineData("citationPrecision", 1)]
    [InlineData("verbatim", 1)]
    [InlineData("meanChars", 28 / 3.0)]
    [InlineData("auroc", 5 / 6.0)]
    [InlineData("aurocRight", 1)]
    [InlineData("coverage5", 0.2)]
    [InlineData("coverage10", 0.2)]
    [InlineData("answered", 2 / 3.0)]
    [InlineData("refused", 0.5)]
    [InlineData("rightAndCited", 1 / 3.0)]
    [InlineData("precision", 1 / 3.0)]
    [InlineData("p50Ms", 2)]
    [InlineData("p99Ms", 4)]
    public void Measure_GivesTheValueWorkedOutByHand(string metric, double expected) =>
        Assert.Equal(expected, MetricCatalog.Measure(Questions)[metric], 5);

    [Fact]
    public void Measure_LeavesOutWhatThereIsNothingToMeasure()
    {
        IReadOnlyDictionary<string, double> values = MetricCatalog.Measure([Questions[3]]);
        Assert.False(values.ContainsKey("contains"));
        Assert.False(values.ContainsKey("auroc"));
        Assert.False(values.ContainsKey("ndcg10FollowUps"));
        Assert.Equal(1, values["refused"]);
    }

    [Fact]
    public void All_HaveNamesOfTheirOwnAndAMeaning()
    {
        Assert.Distinct(MetricCatalog.All.Select(m => m.Name), StringComparer.Ordinal);
        Assert.All(MetricCatalog.All, m => Assert.EndsWith(".", m.Meaning));
    }

    [Fact]
    public void RightAndCited_NeedsAGoldDocumentForTheGold()
    {
        QuestionResult right = Questions[0];
        CitedQuote elsewhere = right.Citations[0] with { DocId = "doc#2" };
        QuestionResult cited = right with
        {
            Citations = [elsewhere, elsewhere with { DocId = "doc#1", HoldsGold = false }],
        };
        Assert.Equal(0, MetricCatalog.Measure([cited])["rightAndCited"]);
        Assert.Equal(1, MetricCatalog.Measure([right])["rightAndCited"]);
    }
}
