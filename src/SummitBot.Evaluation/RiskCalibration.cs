using SummitBot.Core.Answers.Risk;

namespace SummitBot.Evaluation;

/// <summary>
/// Makes the table of thresholds and error rates: the chance of being right as a non-decreasing function of the confidence
/// (isotonic regression by pooling adjacent violators, Ayer et al. 1955), and from it the risk-coverage curve. Data sets
/// count the same whatever their size.
/// </summary>
public static class RiskCalibration
{
    private const int Steps = 100;
    private const int Folds = 8;

    /// <summary>Fewer answers above a threshold tell nothing about its error.</summary>
    private const int MinAnswers = 50;

    private static readonly double[] CheckedRates = [0.1, 0.2, 0.3, 0.4, 0.5];

    /// <summary>The table, and how well tables made of seven eighths of the articles held on the last eighth.</summary>
    /// <exception cref="EvaluationDataException">There are too few questions with gold answers.</exception>
    public static RiskTable Calibrate(IReadOnlyList<DataSetResult> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        List<RiskSample> samples = [.. sets.SelectMany(CollectSamples)];
        IReadOnlyList<RiskPoint> points = CreateCurve(samples);
        if (points.Count == 0)
        {
            throw new EvaluationDataException(
                $"There are too few questions to calibrate by: at least {MinAnswers} with short gold answers are needed."
            );
        }

        return new RiskTable(
            [
                .. sets.Where(s => s.Questions.Any(q => q.IsGradable))
                    .Select(s => new RiskDataSet(
                        s.Name,
                        s.Questions.Count(q => q.IsGradable),
                        s.Questions.Count(q => q.IsAnswerable == false)
                    )),
            ],
            points,
            [.. CheckedRates.Select(rate => Check(rate, samples)).OfType<RiskCheck>()]
        );
    }

    private static IEnumerable<RiskSample> CollectSamples(DataSetResult set)
    {
        QuestionResult[] graded = [.. set.Questions.Where(q => q.IsGradable)];
        return graded.Any(q => q.IsAnswerable == true)
            ? graded.Select(q => new RiskSample(
                $"{set.Name}/{q.ArticleUnderTest}",
                q.SentenceCount > 0 ? q.Confidence : null,
                q is { IsAnswerable: true, Contains: true },
                1.0 / graded.Length
            ))
            : [];
    }

    private static IReadOnlyList<RiskPoint> CreateCurve(IReadOnlyCollection<RiskSample> samples)
    {
        (double Confidence, double Right, double Weight)[] fitted = Isotonic(samples);
        double all = samples.Sum(s => s.Weight);
        var points = new List<RiskPoint>();
        for (int step = 0; step <= Steps; step++)
        {
            double threshold = (double)step / Steps;
            var answered = fitted.Where(f => f.Confidence >= threshold).ToArray();
            if (answered.Length < MinAnswers)
            {
                break;
            }

            double weight = answered.Sum(f => f.Weight);
            double wrong = answered.Sum(f => f.Weight * (1 - f.Right));
            points.Add(new RiskPoint(threshold, Math.Round(wrong / weight, 4), Math.Round(weight / all, 4)));
        }

        return points;
    }

    /// <summary>Each draft, by confidence, with the fitted chance that it is right.</summary>
    private static (double Confidence, double Right, double Weight)[] Isotonic(IEnumerable<RiskSample> samples)
    {
        var blocks = new Stack<(double Right, double Weight, List<RiskSample> Drafts)>();
        foreach (
            IGrouping<double, RiskSample> tied in samples
                .Where(s => s.Confidence is not null)
                .GroupBy(s => s.Confidence!.Value)
                .OrderBy(g => g.Key)
        )
        {
            double weight = tied.Sum(s => s.Weight);
            (double Right, double Weight, List<RiskSample> Drafts) block = (
                tied.Sum(s => s.IsRight ? s.Weight : 0) / weight,
                weight,
                [.. tied]
            );
            while (blocks.TryPeek(out var before) && before.Right >= block.Right)
            {
                blocks.Pop();
                double both = before.Weight + block.Weight;
                before.Drafts.AddRange(block.Drafts);
                block = (((before.Right * before.Weight) + (block.Right * block.Weight)) / both, both, before.Drafts);
            }

            blocks.Push(block);
        }

        return [.. blocks.SelectMany(b => b.Drafts.Select(d => (d.Confidence!.Value, b.Right, d.Weight)))];
    }

    /// <summary>Null when there are too few articles to leave some out.</summary>
    private static RiskCheck? Check(double rate, List<RiskSample> samples)
    {
        string[] articles =
        [
            .. samples.Select(s => s.Article).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        if (articles.Length < Folds)
        {
            return null;
        }

        var foldOf = articles.Index().ToDictionary(a => a.Item, a => a.Index % Folds, StringComparer.Ordinal);
        double answered = 0;
        double wrong = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            ILookup<bool, RiskSample> parts = samples.ToLookup(s => foldOf[s.Article] == fold);
            double? threshold = CreateCurve([.. parts[false]]).FirstOrDefault(p => p.Error <= rate)?.Threshold;
            foreach (RiskSample sample in parts[true].Where(s => s.Confidence >= threshold))
            {
                answered += sample.Weight;
                wrong += sample.IsRight ? 0 : sample.Weight;
            }
        }

        return answered == 0
            ? null
            : new RiskCheck(
                rate,
                Math.Round(wrong / answered, 4),
                Math.Round(answered / samples.Sum(s => s.Weight), 4)
            );
    }

    /// <param name="Article">What is left out together.</param>
    /// <param name="Confidence">Null when nothing was drafted.</param>
    private sealed record RiskSample(string Article, double? Confidence, bool IsRight, double Weight);
}
