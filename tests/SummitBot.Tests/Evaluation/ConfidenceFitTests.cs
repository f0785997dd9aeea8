using SummitBot.Core.Answers.Explanations;
using SummitBot.Evaluation;
using SummitBot.Evaluation.Fitting;

namespace SummitBot.Tests.Evaluation;

/// <summary>Confidences fitted to answers made by hand: one feature tells which are right, one says nothing.</summary>
public sealed class ConfidenceFitTests
{
    [Fact]
    public void Fit_GivesWeightToWhatTellsRightFromWrong()
    {
        ConfidenceFit fit = ConfidenceFit.From([Set("set")]);

        Assert.Equal(["bias", "tells", "idles"], fit.Weights.Select(w => w.Feature));
        Assert.True(fit.Weights[1].Fitted > 1, $"{fit.Weights[1]}");
        Assert.Equal(0, fit.Weights[2].Fitted, 3);
        ConfidenceCheck check = Assert.Single(fit.Checks);
        Assert.Equal(("set", 40, 0.5, 1), (check.DataSet, check.Questions, check.ShippedAuroc, check.FittedAuroc));
        Assert.InRange(check.FittedError, 0, 0.2);
        Assert.All(check.Thresholds.Where(t => t.Threshold >= 0.5), t => Assert.Equal(1, t.Right));
    }

    private static DataSetResult Set(string name) =>
        DataSetResult.Create(name, [.. Enumerable.Range(0, 40).Select(i => Result(i, isRight: i % 2 == 0))]);

    private static QuestionResult Result(int number, bool isRight) =>
        new()
        {
            Id = $"{number}",
            Question = "Who?",
            IsAnswerable = true,
            Gold = ["Ann"],
            DocIds = [$"{number}"],
            FirstContains = isRight,
            Confidence = 0.5,
            Trace = new AnswerTrace(
                "person",
                [],
                [new SentenceTrace("1#1", "Ann fished.", 0, [])],
                [],
                [
                    new FeatureTrace("bias", 1, -1, -1),
                    new FeatureTrace("tells", isRight ? 1 : 0, 0.1, 0),
                    new FeatureTrace("idles", 1, 0.1, 0),
                    new FeatureTrace(FeatureTrace.News, 1, 0, 0),
                ]
            ),
        };
}
