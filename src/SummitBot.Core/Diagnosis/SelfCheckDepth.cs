namespace SummitBot.Core.Diagnosis;

/// <summary>How thorough a check may be.</summary>
public enum SelfCheckDepth
{
    /// <summary>Nothing that costs money, so it can be repeated while a host runs.</summary>
    Free,

    /// <summary>Models are asked for a test answer.</summary>
    Full,
}
