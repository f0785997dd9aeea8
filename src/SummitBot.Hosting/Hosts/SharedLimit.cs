namespace SummitBot.Hosting.Hosts;

/// <summary>A token bucket that hosts share.</summary>
/// <param name="Key">Names the bucket.</param>
/// <param name="Permits">What a full bucket holds, at least 1; given back evenly over the window.</param>
/// <param name="Cost">What is taken; at most <paramref name="Permits"/>.</param>
public sealed record SharedLimit(string Key, int Permits, TimeSpan Window, int Cost = 1);
