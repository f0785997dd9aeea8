namespace SummitBot.Hosting.Hosts;

public enum EnqueueOutcome
{
    /// <summary>This host owns it.</summary>
    Own,

    /// <summary>Another host owns it: the one that answers its conversation.</summary>
    ForAnotherHost,

    /// <summary>The same activity came before.</summary>
    Duplicate,

    /// <summary>Too many wait.</summary>
    Full,
}
