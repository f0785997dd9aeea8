using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;
using SummitBot.Language.Words;

namespace SummitBot.Groundedness.Checks;

/// <summary>The window has a negation inside the span that the claim repeats, and the claim has none.</summary>
internal sealed class NegationDroppedCheck() : ClaimCheck("negationDropped", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        if (HasOpposite(alignment) || alignment.NewWords.Any(WordClasses.Denies))
        {
            return null;
        }

        const int longest = 6;
        foreach (Slot slot in alignment.InnerSlots)
        {
            for (int place = slot.SourceStart; slot.SourceLength <= longest && place < slot.SourceEnd; place++)
            {
                AnnotatedWord token = alignment.SourceWords[place];
                if (WordClasses.Denies(token) && !IsHarmless(alignment, place))
                {
                    return alignment.WordsAround(slot);
                }
            }
        }

        return null;
    }

    private static bool IsHarmless(ClaimAlignment alignment, int place)
    {
        string next = place + 1 < alignment.SourceWords.Count ? alignment.SourceWords[place + 1].Lower : "";
        return next is "only" or "just"
            || alignment.SourceWords[place].Lower is "few" or "little" or "instead" or "except";
    }

    /// <summary>A word of the claim is the opposite of one in the window, such as <c>impossible</c> for <c>not possible</c>.</summary>
    private static bool HasOpposite(ClaimAlignment alignment) =>
        alignment.Words.Any(w =>
            WordTables.English.GetOpposites(w.Lemma).Any(o => alignment.PlaceInWindow(o) >= 0)
            && alignment.PlaceInWindow(w.Lemma) < 0
        );
}
