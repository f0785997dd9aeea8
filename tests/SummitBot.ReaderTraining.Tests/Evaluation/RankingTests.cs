using SummitBot.ReaderTraining.Evaluation;

namespace SummitBot.ReaderTraining.Tests.Evaluation;

public sealed class RankingTests
{
    [Fact]
    public void AreaUnderCurve_CountsPairsInTheRightOrder() =>
        Assert.Equal(0.75, Ranking.AreaUnderCurve([4, 2], [3, 1]));

    [Fact]
    public void AreaUnderCurve_CountsEqualScoresHalf() => Assert.Equal(0.5, Ranking.AreaUnderCurve([1, 1], [1, 1, 1]));

    [Fact]
    public void AreaUnderCurve_WhenOneKindIsMissing_IsNotANumber() =>
        Assert.Equal(double.NaN, Ranking.AreaUnderCurve([1], []));
}
