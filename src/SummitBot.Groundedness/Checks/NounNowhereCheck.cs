using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;
using SummitBot.Language.Words;

namespace SummitBot.Groundedness.Checks;

/// <summary>A reworded claim mentions a thing that none of the passages mentions.</summary>
internal sealed class NounNowhereCheck() : ClaimCheck("nounNowhere", ClaimSupport.Normal)
{
    private const double CloseToTheSource = 0.77;

    public override string? FindFailure(ClaimAlignment alignment)
    {
        if (alignment.Window.Coverage >= CloseToTheSource)
        {
            return null;
        }

        for (int i = 0; i < alignment.Words.Count; i++)
        {
            AnnotatedWord token = alignment.Words[i];
            if (token.Weight >= 1 && WordTables.English.IsNoun(token.Lemma) && alignment.IsNowhere(i))
            {
                return token.Text;
            }
        }

        return null;
    }
}
