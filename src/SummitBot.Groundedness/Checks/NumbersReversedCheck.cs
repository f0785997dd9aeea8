using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>Two neighbouring numbers are in the opposite order, as in a score.</summary>
internal sealed class NumbersReversedCheck()
    : ClaimCheck("numbersReversed", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i + 1 < alignment.Words.Count; i++)
        {
            AnnotatedWord first = alignment.Words[i];
            AnnotatedWord second = alignment.Words[i + 1];
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

    private static bool AreNeighbours(ClaimAlignment alignment, AnnotatedWord first, AnnotatedWord second)
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
