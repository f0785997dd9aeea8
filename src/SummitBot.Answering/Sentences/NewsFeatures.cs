namespace SummitBot.Answering.Sentences;

/// <summary>How well a sentence matches the time expressions of a question.</summary>
/// <param name="Fit">Whether it is about the time asked for.</param>
/// <param name="Recency">When the newest is asked for: 1 for the newest of the retrieved articles, down to 0 for the
/// oldest and undated ones, doubled for a dated entry; otherwise 0.</param>
internal readonly record struct NewsFeatures(PeriodFit Fit, double Recency);
