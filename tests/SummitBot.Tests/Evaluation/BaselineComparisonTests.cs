using SummitBot.Evaluation;

namespace SummitBot.Tests.Evaluation;

public sealed class BaselineComparisonTests
{
    [Fact]
    public void Create_TellsWhatGotBetterAndWorse()
    {
        EvaluationReport before = QuestionResults.Report(
            "set",
            QuestionResults.Answerable("a", Verdict.Wrong),
            QuestionResults.Answerable("b", Verdict.Right),
            QuestionResults.Answerable("c", Verdict.Right),
            QuestionResults.Unanswerable("d", Verdict.WronglyAnswered, 0.9),
            QuestionResults.Answerable("gone", Verdict.Right)
        );
        EvaluationReport after = QuestionResults.Report(
            "set",
            QuestionResults.Answerable("a", Verdict.Right),
            QuestionResults.Answerable("b", Verdict.NotAnswered),
            QuestionResults.Answerable("c", Verdict.Right),
            QuestionResults.Unanswerable("d", Verdict.RightlyRefused, 0.1),
            QuestionResults.Answerable("new", Verdict.Wrong)
        );
        var comparison = BaselineComparison.Create(before, after);
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
    public void Create_SeesADraftThatTheThresholdHides()
    {
        QuestionResult refused = QuestionResults.Answerable("a", Verdict.NotAnswered);
        var comparison = BaselineComparison.Create(
            QuestionResults.Report("set", refused),
            QuestionResults.Report("set", refused with { Contains = true })
        );
        QuestionChange change = Assert.Single(comparison.Questions);
        Assert.True(change.IsBetter);
        Assert.Equal("the draft now holds the gold", change.What);
    }

    [Fact]
    public void Create_SeesTheRankingOfAFollowUpOnly()
    {
        QuestionResult question = QuestionResults.Answerable("a", Verdict.Right);
        QuestionResult followUp = question with { Id = "b", IsFollowUp = true };
        string[] best = ["doc#1"];
        var comparison = BaselineComparison.Create(
            QuestionResults.Report("set", question, followUp),
            QuestionResults.Report("set", question with { RankedDocs = best }, followUp with { RankedDocs = best })
        );
        QuestionChange change = Assert.Single(comparison.Questions);
        Assert.Equal(("b", true, "nDCG@10 0.631 -> 1.000"), (change.After.Id, change.IsBetter, change.What));
    }

    [Fact]
    public void Create_EqualReports_HasNothingToTell()
    {
        EvaluationReport report = QuestionResults.Report("set", QuestionResults.Answerable("a", Verdict.Right));
        var comparison = BaselineComparison.Create(report, report);
        Assert.Empty(comparison.Metrics);
        Assert.Empty(comparison.Questions);
    }
}
