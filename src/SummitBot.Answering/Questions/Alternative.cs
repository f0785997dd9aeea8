namespace SummitBot.Answering.Questions;

/// <summary>Stems that together may replace a word of the question.</summary>
/// <param name="Stems">All of them must be present.</param>
/// <param name="Strength">How closely they mean the same, above 0 and up to 1.</param>
internal sealed record Alternative(IReadOnlyList<string> Stems, double Strength)
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
