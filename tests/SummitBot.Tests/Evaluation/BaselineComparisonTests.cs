using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

public sealed class BaselineComparisonTests
{
    [Fact]
    public void Of_TellsWhatGotBetterAndWorse()
    {
        EvaluationReport before = ResultOf.Report(
            "set",
            ResultOf.Answerable("a", Verdict.Wrong),
            ResultOf.Answerable("b", Verdict.Right),
            ResultOf.Answerable("c", Verdict.Right),
            ResultOf.Unanswerable("d", Verdict.WronglyAnswered, 0.9),
            ResultOf.Answerable("gone", Verdict.Right)
        );
        EvaluationReport after = ResultOf.Report(
            "set",
            ResultOf.Answerable("a", Verdict.Right),
            ResultOf.Answerable("b", Verdict.NotAnswered),
            ResultOf.Answerable("c", Verdict.Right),
            ResultOf.Unanswerable("d", Verdict.RightlyRefused, 0.1),
            ResultOf.Answerable("new", Verdict.Wrong)
        );
        var comparison = BaselineComparison.Of(before, after);
        Assert.Equal(
            [
                ("a", true, "wrong -> right"),
                ("b", false, "right -> refused"),
                ("d", true, "wrongly answered -> rightly refused"),
            ],
            comparison.Questions.Select(q => (q.After.Id, q.IsBetter, q.What))
        );
        MetricChange refused = Assert.Single(comparison.Metrics, m => m.Name == "set.refused");
        Assert.Equal((0.0, 1.0, true), (refused.Before, refused.After, refused.IsBetter));
        MetricChange contains = Assert.Single(comparison.Metrics, m => m.Name == "set.contains");
        Assert.False(contains.IsBetter);
        Assert.DoesNotContain(comparison.Metrics, m => m.Name == "set.hit5");
    }

    [Fact]
    public void Of_SeesADraftThatTheThresholdHides()
    {
        QuestionResult refused = ResultOf.Answerable("a", Verdict.NotAnswered);
        var comparison = BaselineComparison.Of(
            ResultOf.Report("set", refused),
            ResultOf.Report("set", refused with { Contains = true })
        );
        QuestionChange change = Assert.Single(comparison.Questions);
        Assert.True(change.IsBetter);
        Assert.Equal("the draft now holds the gold", change.What);
    }

    [Fact]
    public void Of_SeesTheRankingOfAFollowUpOnly()
    {
        QuestionResult question = ResultOf.Answerable("a", Verdict.Right);
        QuestionResult followUp = question with { Id = "b", IsFollowUp = true };
        string[] best = ["doc#1"];
        var comparison = BaselineComparison.Of(
            ResultOf.Report("set", question, followUp),
            ResultOf.Report("set", question with { RankedDocs = best }, followUp with { RankedDocs = best })
        );
        QuestionChange change = Assert.Single(comparison.Questions);
        Assert.Equal(("b", true, "nDCG@10 0.631 -> 1.000"), (change.After.Id, change.IsBetter, change.What));
    }

    [Fact]
    public void Of_EqualReports_HasNothingToTell()
    {
        EvaluationReport report = ResultOf.Report("set", ResultOf.Answerable("a", Verdict.Right));
        var comparison = BaselineComparison.Of(report, report);
        Assert.Empty(comparison.Metrics);
        Assert.Empty(comparison.Questions);
    }
}
