using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A name of the claim is neither in the passage nor in its title.
/// </summary>
internal sealed class NameAbsentCheck() : ClaimCheck("nameAbsent", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? Objection(Comparison comparison)
    {
        for (int i = 0; i < comparison.Words.Count; i++)
        {
            Token token = comparison.Words[i];
            if (token.IsName && comparison.InPassage(i) == 0 && !comparison.IsInTitle(i))
            {
                return token.Text;
            }
        }

        return null;
    }
}
