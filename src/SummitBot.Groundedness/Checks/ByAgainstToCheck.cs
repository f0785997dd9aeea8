using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A number is a difference (<c>rose by 5</c>) in one and a result (<c>rose to 5</c>) in the other.
/// </summary>
internal sealed class ByAgainstToCheck() : ClaimCheck("byAgainstTo", ClaimSupport.Normal)
{
    public override string? Objection(Comparison comparison)
    {
        for (int i = 1; i < comparison.Words.Count; i++)
        {
            int place = comparison.Words[i].IsNumber ? comparison.Alignment.PlaceOf(i) : -1;
            if (place < 1)
            {
                continue;
            }

            string claimed = comparison.Words[i - 1].Lower;
            string written = comparison.SourceWords[place - 1].Lower;
            if ((claimed == "by" && written == "to") || (claimed == "to" && written == "by"))
            {
                return $"{claimed} {comparison.Words[i].Text}";
            }
        }

        return null;
    }
}
