namespace SummitBot.Hosting.Hosts;

public enum EnqueueOutcome
{
    /// <summary>This host owns it.</summary>
    Own,

    /// <summary>The host that answers its conversation owns it.</summary>
    ForAnotherHost,

    /// <summary>The same activity came before.</summary>
    Duplicate,

    /// <summary>Too many are waiting.</summary>
    Full,
}
