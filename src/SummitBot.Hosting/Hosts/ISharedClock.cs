namespace SummitBot.Hosting.Hosts;

/// <summary>The common time of all hosts of one database, independent of their own clocks.</summary>
public interface ISharedClock
{
    DateTimeOffset GetUtcNow();
}
