namespace SummitBot.Core.Answers.Parts;

/// <summary>The parts in use: all of them, but for one when it is measured what that brings.</summary>
public sealed class AblationSwitches
{
    private readonly AblationSwitch? _off;

    private AblationSwitches(AblationSwitch? off) => _off = off;

    /// <summary>As shipped.</summary>
    public static AblationSwitches All { get; } = new(off: null);

    public static AblationSwitches Without(AblationSwitch part) => new(part);

    public bool Has(AblationSwitch part) => part != _off;

    /// <summary>The weight of a feature that belongs to a part; 0 when the part is off.</summary>
    public double Weigh(AblationSwitch part, double weight) => Has(part) ? weight : 0;
}
