namespace SummitBot.Core.Answers.Parts;

/// <summary>The active components: all of them, except one whose effect is measured.</summary>
public sealed class AblationSwitches
{
    private readonly AblationSwitch? _off;

    private AblationSwitches(AblationSwitch? off) => _off = off;

    /// <summary>The configuration of the product.</summary>
    public static AblationSwitches All { get; } = new(off: null);

    public static AblationSwitches Without(AblationSwitch part) => new(part);

    public bool Has(AblationSwitch part) => part != _off;

    /// <summary>The weight of a feature that belongs to a component; 0 when the component is off.</summary>
    public double Weigh(AblationSwitch part, double weight) => Has(part) ? weight : 0;
}
