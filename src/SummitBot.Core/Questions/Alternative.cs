namespace SummitBot.Core.Questions;

/// <summary>Stems that may together stand for a word of the question.</summary>
/// <param name="Stems">All of them must be there.</param>
/// <param name="Strength">How far they mean the same, above 0 and up to 1.</param>
public sealed record Alternative(IReadOnlyList<string> Stems, double Strength)
{
    /// <summary>The strength of the strongest alternative that is present; 0 when none is.</summary>
    public static double Strongest(IReadOnlyList<Alternative> alternatives, Func<string, bool> isThere)
    {
        double strongest = 0;
        foreach (Alternative alternative in alternatives)
        {
            if (alternative.Strength > strongest && alternative.Stems.All(isThere))
            {
                strongest = alternative.Strength;
            }
        }

        return strongest;
    }
}
