namespace SummitBot.Core.Answers.Parts;

/// <summary>The parts in use: all of them, but for one when it is measured what that brings.</summary>
public sealed class AnswerParts
{
    private readonly AnswerPart? _off;

    private AnswerParts(AnswerPart? off) => _off = off;

    /// <summary>As shipped.</summary>
    public static AnswerParts All { get; } = new(off: null);

    public static AnswerParts Without(AnswerPart part) => new(part);

    public bool Has(AnswerPart part) => part != _off;

    /// <summary>The weight of a feature that belongs to a part; 0 when the part is off.</summary>
    public double Weigh(AnswerPart part, double weight) => Has(part) ? weight : 0;
}
