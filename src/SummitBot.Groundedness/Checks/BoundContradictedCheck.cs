using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>The claim has a number as a minimum and the source as a maximum, or vice versa.</summary>
internal sealed class BoundContradictedCheck() : ClaimCheck("boundContradicted", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            int place = alignment.Words[i].IsNumber ? alignment.Alignment.GetPlace(i) : -1;
            if (place >= 0 && BoundBefore(alignment.Words, i) * BoundBefore(alignment.SourceWords, place) < 0)
            {
                return alignment.Words[i].Text;
            }
        }

        return null;
    }

    /// <summary>1 for a minimum (<c>at least</c>, <c>more than</c>), -1 for a maximum, 0 for neither.</summary>
    private static int BoundBefore(IReadOnlyList<AnnotatedWord> words, int number)
    {
        string before = string.Join(' ', words.Skip(number - 3).Take(Math.Min(3, number)).Select(w => w.Lower));
        return before switch
        {
            _ when Ends(
                    before,
                    "at least",
                    "more than",
                    "over",
                    "above",
                    "greater than",
                    "no fewer than",
                    "no less than",
                    "minimum of",
                    "exceeding",
                    "exceeds",
                    "exceeded"
                ) => 1,
            _ when Ends(
                    before,
                    "at most",
                    "less than",
                    "under",
                    "below",
                    "fewer than",
                    "up to",
                    "no more than",
                    "maximum of",
                    "not more than"
                ) => -1,
            _ => 0,
        };
    }

    private static bool Ends(string text, params ReadOnlySpan<string> phrases)
    {
        bool found = false;
        foreach (string phrase in phrases)
        {
            found |= text == phrase || text.EndsWith(" " + phrase, StringComparison.Ordinal);
        }

        return found
            && !(text.EndsWith("no more than", StringComparison.Ordinal) && !phrases.Contains("no more than"))
            && !(text.EndsWith("no less than", StringComparison.Ordinal) && !phrases.Contains("no less than"))
            && !(text.EndsWith("no fewer than", StringComparison.Ordinal) && !phrases.Contains("no fewer than"));
    }
}
