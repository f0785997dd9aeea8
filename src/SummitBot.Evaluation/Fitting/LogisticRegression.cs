using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using MathNet.Numerics.Statistics;

namespace SummitBot.Evaluation.Fitting;

/// <summary>
/// Logistic regression: the weights under which the labels are likeliest. Features are scaled to a standard deviation of 1,
/// and the weights of the scaled ones are held small. Each data set counts the same and has a bias of its own: otherwise
/// features that tell the sets apart would stand for how many of their questions can be answered.
/// </summary>
internal static class LogisticRegression
{
    /// <summary>L2 penalty of the scaled weights.</summary>
    private const double Penalty = 0.003;

    private const double Tolerance = 1e-6;
    private const int Memory = 10;
    private const int MaxSteps = 500;

    /// <returns>The mean of the data sets' biases, then the weights in the order of the features.</returns>
    public static double[] Fit(IReadOnlyList<ConfidenceSample> samples)
    {
        int count = samples[0].Features.Count;
        string[] sets = [.. samples.Select(s => s.DataSet).Distinct(StringComparer.Ordinal)];
        double[] scale =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => samples.Select(s => s.Features[i]).PopulationStandardDeviation())
                .Select(deviation => deviation > 0 ? deviation : 1),
        ];
        Vector<double>[] rows =
        [
            .. samples.Select(s =>
                Vector<double>.Build.DenseOfEnumerable([
                    .. sets.Select(set => set == s.DataSet ? 1.0 : 0),
                    .. s.Features.Zip(scale, (f, d) => f / d),
                ])
            ),
        ];
        Dictionary<string, int> sizes = samples
            .CountBy(s => s.DataSet, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        double[] shares = [.. samples.Select(s => 1.0 / sizes[s.DataSet] / sizes.Count)];
        IObjectiveFunction loss = ObjectiveFunction.Gradient(weights =>
            ComputeLoss(rows, shares, samples, weights, sets.Length)
        );
        MinimizationResult found = new LimitedMemoryBfgsMinimizer(
            Tolerance,
            Tolerance,
            Tolerance,
            Memory,
            MaxSteps
        ).FindMinimum(loss, Vector<double>.Build.Dense(sets.Length + count));
        return
        [
            found.MinimizingPoint.Take(sets.Length).Average(),
            .. found.MinimizingPoint.Skip(sets.Length).Zip(scale, (weight, d) => weight / d),
        ];
    }

    /// <summary>The probability that these weights give.</summary>
    public static double Probability(IReadOnlyList<double> weights, IReadOnlyList<double> features) =>
        Sigmoid(weights[0] + features.Select((f, i) => f * weights[i + 1]).Sum());

    private static (double Loss, Vector<double> Gradient) ComputeLoss(
        Vector<double>[] rows,
        double[] shares,
        IReadOnlyList<ConfidenceSample> samples,
        Vector<double> weights,
        int biases
    )
    {
        Vector<double> held = weights.Clone();
        held.ClearSubVector(0, biases);
        double loss = Penalty / 2 * held.DotProduct(held);
        Vector<double> gradient = held * Penalty;
        for (int i = 0; i < rows.Length; i++)
        {
            double logit = rows[i].DotProduct(weights);
            double right = samples[i].IsRight ? 1 : 0;
            loss += shares[i] * (LogOnePlusExp(logit) - (right * logit));
            gradient += rows[i] * (shares[i] * (Sigmoid(logit) - right));
        }

        return (loss, gradient);
    }

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double LogOnePlusExp(double logit) =>
        logit > 0 ? logit + Math.Log(1 + Math.Exp(-logit)) : Math.Log(1 + Math.Exp(logit));
}
