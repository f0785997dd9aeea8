using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A number of the claim is nowhere in the passage. "Two" to "five" in words are accepted: they often count what the
/// passage lists.
/// </summary>
internal sealed class NumberAbsentCheck() : ClaimCheck("numberAbsent", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            AnnotatedWord token = alignment.Words[i];
            if (token.IsNumber && !token.IsSmallCount && alignment.InPassage(i) == 0 && !alignment.IsInTitle(i))
            {
                return token.Text;
            }
        }

        return null;
    }
}
