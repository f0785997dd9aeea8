using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A number is a difference (<c>rose by 5</c>) in one and a result (<c>rose to 5</c>) in the other.
/// </summary>
internal sealed class ByAgainstToCheck() : ClaimCheck("byAgainstTo", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 1; i < alignment.Words.Count; i++)
        {
            int place = alignment.Words[i].IsNumber ? alignment.Alignment.GetPlace(i) : -1;
            if (place < 1)
            {
                continue;
            }

            string claimed = alignment.Words[i - 1].Lower;
            string written = alignment.SourceWords[place - 1].Lower;
            if ((claimed == "by" && written == "to") || (claimed == "to" && written == "by"))
            {
                return $"{claimed} {alignment.Words[i].Text}";
            }
        }

        return null;
    }
}
