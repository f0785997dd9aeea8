namespace SummitBot.Core.Answers.Explanations;

/// <summary>A measured feature.</summary>
/// <param name="Contribution"><paramref name="Value"/> times <paramref name="Weight"/>.</param>
public sealed record FeatureTrace(string Name, double Value, double Weight, double Contribution)
{
    /// <summary>The name of the contribution of dates and times, which is not a weighted feature.</summary>
    public const string News = "news";
}
