using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Evaluation.Fitting;

/// <summary>
/// The weights that sentences are chosen by, fitted to questions with gold answers, and their quality on articles that
/// they were not fitted to.
/// </summary>
public sealed record SentenceFit(IReadOnlyList<FittedWeight> Weights, IReadOnlyList<FitCheck> Checks)
{
    private const int Folds = 8;

    /// <param name="sets">Results with traces. Articles of the same name are left out together, whatever set they are in.</param>
    /// <exception cref="EvaluationDataException">There are too few articles to leave some out.</exception>
    public static SentenceFit Create(IReadOnlyList<DataSetResult> sets)
    {
        FeatureTrace[] shipped =
        [
            .. sets.SelectMany(s => s.Questions)
                .SelectMany(q => q.Trace?.Sentences ?? [])
                .SelectMany(s => s.Features)
                .DistinctBy(f => f.Name, StringComparer.Ordinal)
                .Where(f => f.Name != FeatureTrace.News),
        ];
        string[] names = [.. shipped.Select(f => f.Name)];
        SentenceChoice[] choices = [.. sets.SelectMany(set => SentenceChoice.From(set, names))];
        Dictionary<string, int> foldOf = AssignFolds(choices);
        double[][] withoutFold =
        [
            .. Enumerable
                .Range(0, Folds)
                .Select(fold => ConditionalLogit.Fit([.. choices.Where(c => foldOf[c.Article] != fold)])),
        ];
        return new SentenceFit(
            [.. shipped.Zip(ConditionalLogit.Fit(choices), (f, fitted) => new FittedWeight(f.Name, f.Weight, fitted))],
            [
                .. choices
                    .GroupBy(c => c.DataSet, StringComparer.Ordinal)
                    .Select(set => new FitCheck(
                        set.Key,
                        set.Count(),
                        set.Average(c => c.HoldsGold[0] ? 1 : 0.0),
                        set.Average(c => c.IsRightBy(withoutFold[foldOf[c.Article]]) ? 1 : 0.0)
                    )),
            ]
        );
    }

    private static Dictionary<string, int> AssignFolds(SentenceChoice[] choices)
    {
        string[] articles =
        [
            .. choices
                .Where(c => c.HoldsGold.Distinct().Count() > 1)
                .Select(c => c.Article)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (articles.Length < 2 * Folds)
        {
            throw new EvaluationDataException(
                $"There are too few articles to fit weights to: questions with short gold answers about at least {2 * Folds} are needed."
            );
        }

        // An article without informative questions can be in any fold.
        var foldOf = articles.Index().ToDictionary(a => a.Item, a => a.Index % Folds, StringComparer.Ordinal);
        foreach (SentenceChoice choice in choices)
        {
            foldOf.TryAdd(choice.Article, 0);
        }

        return foldOf;
    }
}

/// <summary>How often the first sentence contains the gold answer.</summary>
/// <param name="Shipped">Share of the questions, with the shipped weights.</param>
/// <param name="Fitted">Share of the questions, with weights fitted without the question's articles.</param>
public sealed record FitCheck(string DataSet, int Questions, double Shipped, double Fitted);

/// <summary>The shipped and the fitted weight of a feature.</summary>
public sealed record FittedWeight(string Feature, double Shipped, double Fitted);
