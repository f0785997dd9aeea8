namespace SummitBot.Evaluation;

public enum MetricUnit
{
    /// <summary>0 to 1, shown with three decimals.</summary>
    Share,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>A mean number of characters.</summary>
    Characters,

    Milliseconds,
}
