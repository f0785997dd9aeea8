using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// Two numbers that are neighbours in both stand in the other order, as in a score.
/// </summary>
internal sealed class NumbersReversedCheck()
    : ClaimCheck("numbersReversed", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i + 1 < alignment.Words.Count; i++)
        {
            Token first = alignment.Words[i];
            Token second = alignment.Words[i + 1];
            if (!first.IsNumber || !second.IsNumber || first.Value == second.Value)
            {
                continue;
            }

            if (AreNeighbours(alignment, second, first) && !AreNeighbours(alignment, first, second))
            {
                return $"{first.Text} {second.Text}";
            }
        }

        return null;
    }

    private static bool AreNeighbours(ClaimAlignment alignment, Token first, Token second)
    {
        for (int i = alignment.Window.FirstToken; i + 1 < alignment.Window.EndToken; i++)
        {
            if (alignment.SourceWords[i].Value == first.Value && alignment.SourceWords[i + 1].Value == second.Value)
            {
                return true;
            }
        }

        return false;
    }
}
