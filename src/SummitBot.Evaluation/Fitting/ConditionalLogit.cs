using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using MathNet.Numerics.Statistics;

namespace SummitBot.Evaluation.Fitting;

/// <summary>
/// McFadden's conditional logit (1974): a sentence is right with the softmax of its score among the sentences of its
/// question. Where several hold the gold answer, their probabilities are added. Features are scaled to a standard deviation
/// of 1, and the weights of the scaled ones are held small.
/// </summary>
internal static class ConditionalLogit
{
    /// <summary>L2 penalty of the scaled weights.</summary>
    private const double Penalty = 0.003;

    private const double Tolerance = 1e-6;
    private const int Memory = 10;
    private const int MaxSteps = 500;

    /// <summary>The weights under which the gold answers are likeliest.</summary>
    /// <param name="choices">At least one of them with a right and a wrong sentence.</param>
    public static double[] Fit(IReadOnlyList<SentenceChoice> choices)
    {
        double[] scale = ComputeScale(choices);
        SentenceChoice[] telling =
        [
            .. choices.Where(c => c.HoldsGold.Distinct().Count() > 1).Select(c => c with { Features = [.. Scaled(c)] }),
        ];
        IObjectiveFunction loss = ObjectiveFunction.Gradient(weights => ComputeLoss(telling, weights));
        MinimizationResult found = new LimitedMemoryBfgsMinimizer(
            Tolerance,
            Tolerance,
            Tolerance,
            Memory,
            MaxSteps
        ).FindMinimum(loss, Vector<double>.Build.Dense(scale.Length));
        return [.. found.MinimizingPoint.Zip(scale, (weight, s) => weight / s)];

        IEnumerable<double[]> Scaled(SentenceChoice choice) =>
            choice.Features.Select(features => features.Zip(scale, (f, s) => f / s).ToArray());
    }

    /// <summary>The standard deviation of each feature; 1 for one that never changes.</summary>
    private static double[] ComputeScale(IReadOnlyList<SentenceChoice> choices) =>
        [
            .. Enumerable
                .Range(0, choices[0].Features[0].Length)
                .Select(i => choices.SelectMany(c => c.Features).Select(f => f[i]).PopulationStandardDeviation())
                .Select(deviation => deviation > 0 ? deviation : 1),
        ];

    private static (double Loss, Vector<double> Gradient) ComputeLoss(SentenceChoice[] choices, Vector<double> weights)
    {
        double loss = Penalty / 2 * weights.DotProduct(weights);
        Vector<double> gradient = weights * Penalty;
        foreach (SentenceChoice choice in choices)
        {
            double[] scores = choice.ScoresBy([.. weights]);
            double[] all = ComputeProbabilities(scores);
            double[] right = ComputeProbabilities([
                .. scores.Select((s, i) => choice.HoldsGold[i] ? s : double.NegativeInfinity),
            ]);
            int best = Array.IndexOf(right, right.Max());
            loss += (Math.Log(right[best]) - LogProbability(scores, best)) / choices.Length;
            for (int i = 0; i < scores.Length; i++)
            {
                gradient += Vector<double>.Build.Dense(choice.Features[i]) * ((all[i] - right[i]) / choices.Length);
            }
        }

        return (loss, gradient);
    }

    /// <summary>The softmax of scores.</summary>
    private static double[] ComputeProbabilities(double[] scores) =>
        [.. scores.Select((_, i) => Math.Exp(LogProbability(scores, i)))];

    private static double LogProbability(double[] scores, int which)
    {
        double highest = scores.Max();
        return scores[which] - highest - Math.Log(scores.Sum(s => Math.Exp(s - highest)));
    }
}
