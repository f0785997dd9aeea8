namespace SummitBot.Hosting.Hosts;

/// <summary>A token bucket that hosts share.</summary>
/// <param name="Key">Identifies the bucket.</param>
/// <param name="Permits">Size of the bucket, at least 1; refilled evenly over the window.</param>
/// <param name="Cost">The permits to take; at most <paramref name="Permits"/>.</param>
public sealed record SharedLimit(string Key, int Permits, TimeSpan Window, int Cost = 1);
