namespace SummitBot.Core.Diagnosis;

/// <summary>How far a check may go.</summary>
public enum SelfCheckDepth
{
    /// <summary>Nothing that costs money: fit to be repeated while a host runs.</summary>
    Free,

    /// <summary>Models are asked for a test answer.</summary>
    Full,
}
