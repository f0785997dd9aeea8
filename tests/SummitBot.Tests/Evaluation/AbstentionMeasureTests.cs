using SummitBot.Core.Feedback;
using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

public sealed class AbstentionMeasureTests
{
    [Fact]
    public void Auroc_CountsTiesHalf()
    {
        // Pairs: .9 beats .8, .5 (2); .8 ties .8, beats .5 (1.5); .2 loses twice (0): 3.5 of 6.
        Assert.Equal(3.5 / 6, Auroc.Compute([0.9, 0.8, 0.2], [0.8, 0.5])!.Value, 12);
    }

    [Theory]
    [InlineData(0.9, 0.1, 1.0)]
    [InlineData(0.1, 0.9, 0.0)]
    [InlineData(0.5, 0.5, 0.5)]
    public void Auroc_OfOnePair_IsWhoWins(double positive, double negative, double expected) =>
        Assert.Equal(expected, Auroc.Compute([positive], [negative]));

    [Fact]
    public void Auroc_WithOneSideEmpty_IsNull()
    {
        Assert.Null(Auroc.Compute([], [0.5]));
        Assert.Null(Auroc.Compute([0.5], []));
    }

    [Fact]
    public void Curve_AnswersEqualConfidencesTogether()
    {
        IReadOnlyList<RiskCoveragePoint> curve = RiskCoverage.Curve(
            [(0.5, false), (0.9, true), (0.5, true), (0.7, true)],
            questions: 5
        );
        Assert.Equal(
            [
                new RiskCoveragePoint(0.9, 0.2, 0),
                new RiskCoveragePoint(0.7, 0.4, 0),
                new RiskCoveragePoint(0.5, 0.8, 0.25),
            ],
            curve
        );
    }

    [Fact]
    public void AtError_TakesTheGreatestCoverageEvenBehindAWorsePoint()
    {
        IReadOnlyList<RiskCoveragePoint> curve = RiskCoverage.Curve(
            [(0.9, false), (0.8, true), (0.7, true), (0.6, true), (0.5, false)],
            questions: 10
        );
        Assert.Equal(new RiskCoveragePoint(0.6, 0.4, 0.25), RiskCoverage.AtError(0.3, curve));
        Assert.Null(RiskCoverage.AtError(0.1, curve));
    }

    [Fact]
    public void Thin_KeepsTheLastPoint()
    {
        RiskCoveragePoint[] curve = [.. Enumerable.Range(0, 1001).Select(i => new RiskCoveragePoint(1, i / 1000.0, 0))];
        IReadOnlyList<RiskCoveragePoint> thin = RiskCoverage.Thin(curve, 100);
        Assert.InRange(thin.Count, 50, 100);
        Assert.Equal(curve[^1], thin[^1]);
        Assert.Empty(RiskCoverage.Thin([], 100));
    }

    [Fact]
    public void Calibration_WeighsTheBinsByTheirSize()
    {
        IReadOnlyList<ReliabilityBin> bins = Calibration.Bins([
            (0.95, true),
            (0.97, false),
            (1.0, true),
            (0.12, false),
            (0.0, false),
        ]);
        Assert.Equal([0.0, 0.1, 0.9], bins.Select(b => b.From));
        Assert.Equal([1, 1, 3], bins.Select(b => b.Count));
        // |0 - 0| x 1, |0 - .12| x 1, |2/3 - (.95 + .97 + 1)/3| x 3, over 5.
        Assert.Equal((0.12 + (2.92 - 2)) / 5, Calibration.ExpectedError(bins)!.Value, 12);
        Assert.Null(Calibration.ExpectedError([]));
    }

    [Theory]
    [InlineData(50, 2)]
    [InlineData(75, 3)]
    [InlineData(76, 4)]
    [InlineData(99, 4)]
    [InlineData(100, 4)]
    public void Percentile_IsTheNearestRank(double percent, double expected) =>
        Assert.Equal(expected, Percentile.Compute(percent, [4, 1, 3, 2]));

    [Fact]
    public void Percentile_WithoutValues_IsNull() => Assert.Null(Percentile.Compute(50, []));
}
