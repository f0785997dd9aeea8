using SummitBot.Core.Answers.Explanations;
using SummitBot.Evaluation;
using SummitBot.Evaluation.Fitting;

namespace SummitBot.Tests.Evaluation;

/// <summary>Weights fitted to questions by hand: one feature tells the right sentence, one misleads, one is the same for all.</summary>
public sealed class SentenceFitTests
{
    private const int Articles = 16;
    private const string Right = "In Amur.";
    private const string Wrong = "In Moscow.";

    [Fact]
    public void Create_GivesWeightToWhatTellsTheRightSentence()
    {
        SentenceFit fit = SentenceFit.Create([Set("set", Articles)]);

        Assert.Equal(["tells", "misleads", "idles"], fit.Weights.Select(w => w.Feature));
        Assert.Equal([0, 1, 1], fit.Weights.Select(w => w.Shipped));
        Assert.True(fit.Weights[0].Fitted > 1, $"{fit.Weights[0]}");
        Assert.True(fit.Weights[1].Fitted < 0.5, $"{fit.Weights[1]}");
        Assert.Equal(0, fit.Weights[2].Fitted, 6);
    }

    [Fact]
    public void Create_ChecksOnArticlesThatWereLeftOut()
    {
        SentenceFit fit = SentenceFit.Create([Set("one", Articles), Set("other", Articles)]);
        Assert.Equal([new FitCheck("one", 16, 0, 1), new FitCheck("other", 16, 0, 1)], fit.Checks);
    }

    [Fact]
    public void Create_WhatDatesAdd_IsNeitherFittedNorForgotten()
    {
        DataSetResult set = Set("set", Articles, datesForWrong: 1_000);
        SentenceFit fit = SentenceFit.Create([set]);
        Assert.DoesNotContain(fit.Weights, w => w.Feature == FeatureTrace.News);
        Assert.Equal(new FitCheck("set", 16, 0, 0), Assert.Single(fit.Checks));
    }

    [Fact]
    public void Create_TooFewArticles_SaysHowManyAreNeeded()
    {
        var few = Assert.Throws<EvaluationDataException>(() => SentenceFit.Create([Set("set", Articles - 1)]));
        Assert.Contains("at least 16 are needed", few.Message, StringComparison.Ordinal);
    }

    private static DataSetResult Set(string name, int articles, double datesForWrong = 0) =>
        DataSetResult.Create(
            name,
            [
                .. Enumerable
                    .Range(0, articles)
                    .Select(i =>
                        QuestionResults.Answerable($"q{i}", Verdict.Right) with
                        {
                            DocIds = [$"Article{i}#0"],
                            Trace = new AnswerTrace("any", [], GetSentences(i, datesForWrong), [], []),
                        }
                    ),
            ]
        );

    /// <summary>Best first by the weights that are shipped: the misleading feature has all of them.</summary>
    private static SentenceTrace[] GetSentences(int question, double datesForWrong) =>
        [
            Sentence(Wrong, tells: 0, misleads: 1 + (question % 3), datesForWrong),
            Sentence(Right, tells: 1, misleads: question % 2, dates: 0),
            Sentence(Wrong, tells: 0, misleads: 0, datesForWrong),
        ];

    private static SentenceTrace Sentence(string text, double tells, double misleads, double dates) =>
        new(
            "Article#1",
            text,
            misleads + 1 + dates,
            [
                new FeatureTrace("tells", tells, 0, 0),
                new FeatureTrace("misleads", misleads, 1, misleads),
                new FeatureTrace("idles", 1, 1, 1),
                new FeatureTrace(FeatureTrace.News, 1, dates, dates),
            ]
        );
}
