using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

public sealed class RankingTests
{
    private static readonly string[] Ranked = ["x", "b", "y", "a", "z"];
    private static readonly string[] Relevant = ["a", "b", "c"];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(10, true)]
    public void HitAt_LooksAtTheFirstKOnly(int k, bool expected) =>
        Assert.Equal(expected, Ranking.HitAt(k, Ranked, Relevant));

    [Fact]
    public void ReciprocalRank_IsOneOverTheRankOfTheFirstRelevant() =>
        Assert.Equal(0.5, Ranking.ReciprocalRank(Ranked, Relevant));

    [Fact]
    public void ReciprocalRank_WithoutARelevantOne_IsZero() => Assert.Equal(0.0, Ranking.ReciprocalRank(Ranked, ["q"]));

    [Fact]
    public void NdcgAt_DividesTheGainByThatOfTheBestList()
    {
        // Relevant at ranks 2 and 4: 1/log2(3) + 1/log2(5); ideal ranks 1, 2, 3.
        double gained = (1 / Math.Log2(3)) + (1 / Math.Log2(5));
        double ideal = 1 + (1 / Math.Log2(3)) + (1 / Math.Log2(4));
        Assert.Equal(gained / ideal, Ranking.NdcgAt(10, Ranked, Relevant), 12);
        Assert.Equal(0.49818925746641285, Ranking.NdcgAt(10, Ranked, Relevant), 12);
    }

    [Fact]
    public void NdcgAt_CutsBothListsAtK() =>
        Assert.Equal(1 / Math.Log2(3) / (1 + (1 / Math.Log2(3))), Ranking.NdcgAt(2, Ranked, Relevant), 12);

    [Fact]
    public void NdcgAt_OfThePerfectList_IsOne() => Assert.Equal(1.0, Ranking.NdcgAt(10, ["a", "c", "b"], Relevant), 12);

    [Fact]
    public void NdcgAt_WithNothingRelevant_IsZero() => Assert.Equal(0.0, Ranking.NdcgAt(10, Ranked, []));
}
