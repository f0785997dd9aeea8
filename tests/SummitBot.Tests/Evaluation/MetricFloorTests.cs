using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

public sealed class MetricFloorTests
{
    private static readonly EvaluationReport Report = QuestionResults.Report(
        "squad2-dev",
        QuestionResults.Answerable("a", Verdict.Right) with
        {
            Kind = "date",
        },
        QuestionResults.Answerable("b", Verdict.Wrong) with
        {
            Kind = "place",
        }
    );

    [Fact]
    public void Check_NamesEveryFigureBelowItsFloor()
    {
        MetricFloor[] floors =
        [
            MetricFloor.Parse("squad2-dev.contains=0.86"),
            MetricFloor.Parse("squad2-dev.hit5=1"),
            MetricFloor.Parse("squad2-dev.place.rightAndCited=.5"),
        ];
        Assert.Equal(
            [
                "squad2-dev.contains is 0.5, below the least of 0.86.",
                "squad2-dev.place.rightAndCited is 0, below the least of 0.5.",
            ],
            MetricFloor.Check(floors, Report)
        );
    }

    [Fact]
    public void Check_AnUnknownName_ListsTheKnownOnes()
    {
        var error = Assert.Throws<EvaluationDataException>(() =>
            MetricFloor.Check([MetricFloor.Parse("squad2-dev.contans=0.86")], Report)
        );
        Assert.Contains("no figure 'squad2-dev.contans'", error.Message, StringComparison.Ordinal);
        Assert.Contains("squad2-dev.contains,", error.Message, StringComparison.Ordinal);
        Assert.Contains("squad2-dev.date.contains,", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contains")]
    [InlineData("=0.5")]
    [InlineData("a.b=half")]
    [InlineData("a.b=NaN")]
    [InlineData("a.b=")]
    public void Parse_WhatIsNoLimit_Throws(string text) =>
        Assert.Throws<EvaluationDataException>(() => MetricFloor.Parse(text));
}
