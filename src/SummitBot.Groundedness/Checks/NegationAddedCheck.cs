using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// The claim denies where the window does not: it has a negation and the window none near the word denied.
/// </summary>
internal sealed class NegationAddedCheck() : ClaimCheck("negationAdded", ClaimSupport.Normal)
{
    public override string? Objection(Comparison comparison)
    {
        for (int i = 0; i < comparison.Words.Count; i++)
        {
            bool isNew = WordClasses.IsNegation(comparison.Words[i]) && !comparison.Alignment.IsAligned(i);
            if (isNew && !IsHarmless(comparison, i) && !IsBound(comparison, i))
            {
                return comparison.Words[i].Text;
            }
        }

        return null;
    }

    /// <summary><c>not only</c>, <c>whether or not</c>, <c>no longer</c> beside an opposite in the window.</summary>
    private static bool IsHarmless(Comparison comparison, int negation)
    {
        IReadOnlyList<Token> words = comparison.Words;
        string next = negation + 1 < words.Count ? words[negation + 1].Lower : "";
        string before = negation > 0 ? words[negation - 1].Lower : "";
        return next is "only" or "least" or "doubt"
            || before == "or"
            || (negation == 0 && words[negation].Lower == "no" && words.Count > 1 && words[1].FollowsBreak)
            || words
                .Skip(negation + 1)
                .Take(3)
                .Any(w => WordTables.English.OppositesOf(w.Lemma).Any(o => comparison.PlaceInWindow(o) >= 0));
    }

    /// <summary>The content word that is denied stands near a negation of the window that the claim does not repeat elsewhere.</summary>
    private static bool IsBound(Comparison comparison, int negation)
    {
        const int before = 4;
        const int after = 6;
        for (int i = negation + 1; i < comparison.Words.Count; i++)
        {
            if (comparison.Words[i].IsFunction || !comparison.Alignment.IsAligned(i))
            {
                continue;
            }

            int place = comparison.Alignment.PlaceOf(i);
            return comparison.UnmatchedHas(WordClasses.Denies, place - after, place + before + 1);
        }

        return comparison.UnmatchedHas(WordClasses.Denies, 0, int.MaxValue);
    }
}
