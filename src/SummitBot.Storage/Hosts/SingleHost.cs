using SummitBot.Hosting.Hosts;

namespace SummitBot.Storage.Hosts;

/// <summary>What hosts share, for one that has no others beside it: nobody to tell, one clock, no limit beyond its own.</summary>
internal sealed class SingleHost(TimeProvider time) : IHostSignals, ISharedClock, ISharedLimits
{
    public DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public void Publish(string topic, string text) { }

    public void Subscribe(string topic, Action<string> receive) { }

    public void SubscribeToGaps(Action missed) { }

    public Task<TimeSpan?> TryTakeAsync(IReadOnlyList<SharedLimit> limits, CancellationToken cancellationToken) =>
        Task.FromResult<TimeSpan?>(null);
}
