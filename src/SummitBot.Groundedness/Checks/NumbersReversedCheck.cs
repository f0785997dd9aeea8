using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// Two numbers that are neighbours in both stand in the other order, as in a score.
/// </summary>
internal sealed class NumbersReversedCheck()
    : ClaimCheck("numbersReversed", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? Objection(Comparison comparison)
    {
        for (int i = 0; i + 1 < comparison.Words.Count; i++)
        {
            Token first = comparison.Words[i];
            Token second = comparison.Words[i + 1];
            if (!first.IsNumber || !second.IsNumber || first.Value == second.Value)
            {
                continue;
            }

            if (AreNeighbours(comparison, second, first) && !AreNeighbours(comparison, first, second))
            {
                return $"{first.Text} {second.Text}";
            }
        }

        return null;
    }

    private static bool AreNeighbours(Comparison comparison, Token first, Token second)
    {
        for (int i = comparison.Window.FirstToken; i + 1 < comparison.Window.EndToken; i++)
        {
            if (comparison.SourceWords[i].Value == first.Value && comparison.SourceWords[i + 1].Value == second.Value)
            {
                return true;
            }
        }

        return false;
    }
}
