using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The window denies inside the span that the claim repeats, and the claim does not.
/// </summary>
internal sealed class NegationDroppedCheck() : ClaimCheck("negationDropped", ClaimSupport.Normal)
{
    public override string? Objection(Comparison comparison)
    {
        if (HasOpposite(comparison) || comparison.NewWords.Any(WordClasses.Denies))
        {
            return null;
        }

        const int longest = 6;
        foreach (Slot slot in comparison.InnerSlots)
        {
            for (int place = slot.SourceStart; slot.SourceLength <= longest && place < slot.SourceEnd; place++)
            {
                Token token = comparison.SourceWords[place];
                if (WordClasses.Denies(token) && !IsHarmless(comparison, place))
                {
                    return comparison.WordsAround(slot);
                }
            }
        }

        return null;
    }

    private static bool IsHarmless(Comparison comparison, int place)
    {
        string next = place + 1 < comparison.SourceWords.Count ? comparison.SourceWords[place + 1].Lower : "";
        return next is "only" or "just"
            || comparison.SourceWords[place].Lower is "few" or "little" or "instead" or "except";
    }

    /// <summary>A word of the claim is the opposite of one in the window, such as <c>impossible</c> for <c>not possible</c>.</summary>
    private static bool HasOpposite(Comparison comparison) =>
        comparison.Words.Any(w =>
            WordTables.English.OppositesOf(w.Lemma).Any(o => comparison.PlaceInWindow(o) >= 0)
            && comparison.PlaceInWindow(w.Lemma) < 0
        );
}
