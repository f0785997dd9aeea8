namespace SummitBot.Hosting.Hosts;

/// <summary>This host showed no sign of life for so long that another one took over: what it was about to do must not be done.</summary>
public sealed class LeaseLostException : Exception
{
    public LeaseLostException()
        : base("Another host has taken over the activity.") { }
}
