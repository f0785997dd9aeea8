using System.Reflection;
using SummitBot.Core.Answers.Explanations;

namespace SummitBot.Answering.Explaining;

/// <summary>
/// A record of features beside the weights they have. They go by the same names, so that a new feature explains
/// itself.
/// </summary>
internal static class FeatureTable
{
    private const BindingFlags OfInstance = BindingFlags.Public | BindingFlags.Instance;
    private const int Decimals = 4;

    /// <param name="features">A record whose properties are numbers.</param>
    /// <param name="weights">Has a number of the same name for each.</param>
    public static IReadOnlyList<FeatureTrace> Create(object features, object weights) =>
        [
            .. features
                .GetType()
                .GetProperties(OfInstance)
                .Select(p => Trace(p.Name, (double)p.GetValue(features)!, GetWeight(p.Name, weights))),
        ];

    /// <summary>A part that is there whatever the features are.</summary>
    public static FeatureTrace Bias(double weight) => Trace(nameof(Bias), 1, weight);

    /// <summary>The features and, last, what dates and times added to them or took from them.</summary>
    /// <param name="total">What the contributions come to in the end.</param>
    public static IReadOnlyList<FeatureTrace> WithNews(IReadOnlyList<FeatureTrace> features, double total) =>
        [.. features, Trace(FeatureTrace.News, 1, Round(total - features.Sum(f => f.Contribution)))];

    public static double Round(double value) => Math.Round(value, Decimals);

    private static double GetWeight(string name, object weights) =>
        (double)
            (
                weights.GetType().GetProperty(name, OfInstance)
                ?? throw new InvalidOperationException(
                    $"{weights.GetType().Name} has no weight for the feature {name}."
                )
            ).GetValue(weights)!;

    private static FeatureTrace Trace(string name, double value, double weight) =>
        new(char.ToLowerInvariant(name[0]) + name[1..], Round(value), weight, Round(value * weight));
}
