namespace SummitBot.Answering.Sentences;

/// <summary>How a sentence meets what a question says of time.</summary>
/// <param name="Fit">Whether it speaks of the time asked.</param>
/// <param name="Recency">Where the newest is wanted: 1 for the newest of the articles at hand, down to 0 for the oldest and
/// undated ones; else 0.</param>
internal readonly record struct NewsFeatures(PeriodFit Fit, double Recency);
