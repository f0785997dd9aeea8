using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A name of the claim is neither in the passage nor in its title.
/// </summary>
internal sealed class NameAbsentCheck() : ClaimCheck("nameAbsent", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            AnnotatedWord token = alignment.Words[i];
            if (token.IsName && alignment.InPassage(i) == 0 && !alignment.IsInTitle(i))
            {
                return token.Text;
            }
        }

        return null;
    }
}
