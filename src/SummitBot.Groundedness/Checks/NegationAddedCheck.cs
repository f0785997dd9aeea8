using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;
using SummitBot.Language.Words;

namespace SummitBot.Groundedness.Checks;

/// <summary>The claim has a negation, and the window has none near the negated word.</summary>
internal sealed class NegationAddedCheck() : ClaimCheck("negationAdded", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            bool isNew = WordClasses.IsNegation(alignment.Words[i]) && !alignment.Alignment.IsAligned(i);
            if (isNew && !IsHarmless(alignment, i) && !IsBound(alignment, i))
            {
                return alignment.Words[i].Text;
            }
        }

        return null;
    }

    /// <summary><c>not only</c>, <c>whether or not</c>, <c>no longer</c> beside an opposite in the window.</summary>
    private static bool IsHarmless(ClaimAlignment alignment, int negation)
    {
        IReadOnlyList<AnnotatedWord> words = alignment.Words;
        string next = negation + 1 < words.Count ? words[negation + 1].Lower : "";
        string before = negation > 0 ? words[negation - 1].Lower : "";
        return next is "only" or "least" or "doubt"
            || before == "or"
            || (negation == 0 && words[negation].Lower == "no" && words.Count > 1 && words[1].FollowsBreak)
            || words
                .Skip(negation + 1)
                .Take(3)
                .Any(w => WordTables.English.GetOpposites(w.Lemma).Any(o => alignment.PlaceInWindow(o) >= 0));
    }

    /// <summary>
    /// The negated content word is near a negation of the window that the claim does not repeat elsewhere.
    /// </summary>
    private static bool IsBound(ClaimAlignment alignment, int negation)
    {
        const int before = 4;
        const int after = 6;
        for (int i = negation + 1; i < alignment.Words.Count; i++)
        {
            if (alignment.Words[i].IsFunction || !alignment.Alignment.IsAligned(i))
            {
                continue;
            }

            int place = alignment.Alignment.GetPlace(i);
            return alignment.UnmatchedHas(WordClasses.Denies, place - after, place + before + 1);
        }

        return alignment.UnmatchedHas(WordClasses.Denies, 0, int.MaxValue);
    }
}
