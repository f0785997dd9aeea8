using SummitBot.Hosting.Hosts;

namespace SummitBot.Storage.Hosts;

/// <summary>The shared services for a host without others: no receivers, one clock, no limits beyond its own, all work its own.</summary>
internal sealed class SingleHost(TimeProvider time) : IHostSignals, ISharedClock, ISharedLimits, IHostLease
{
    public TimeSpan Duration => Timeout.InfiniteTimeSpan;

    public Task<bool> TryHoldAsync(string work, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task ReleaseAsync(string work, CancellationToken cancellationToken) => Task.CompletedTask;

    public DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public void Publish(string topic, string text) { }

    public void Subscribe(string topic, Action<string> receive) { }

    public void SubscribeToGaps(Action missed) { }

    public Task<TimeSpan?> TryTakeAsync(IReadOnlyList<SharedLimit> limits, CancellationToken cancellationToken) =>
        Task.FromResult<TimeSpan?>(null);
}
