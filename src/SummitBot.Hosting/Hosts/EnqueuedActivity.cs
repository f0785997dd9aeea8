namespace SummitBot.Hosting.Hosts;

/// <summary>What came of <see cref="IActivityQueue.EnqueueAsync"/>.</summary>
/// <param name="Number">Its number in the queue; 0 when it is not in it.</param>
public readonly record struct EnqueuedActivity(EnqueueOutcome Outcome, long Number);
