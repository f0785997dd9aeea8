namespace SummitBot.Hosting.Hosts;

/// <summary>The time on which all hosts of one database agree, whatever their own clocks say.</summary>
public interface ISharedClock
{
    DateTimeOffset GetUtcNow();
}
