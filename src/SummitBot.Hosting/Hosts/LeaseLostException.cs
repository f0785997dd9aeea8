namespace SummitBot.Hosting.Hosts;

/// <summary>
/// Another host took over because this one had not renewed its lease: the current work must not be continued.
/// </summary>
public sealed class LeaseLostException : Exception
{
    public LeaseLostException()
        : base("Another host has taken over the activity.") { }
}
