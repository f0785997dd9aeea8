using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>A month of the claim is next to a day or year that is not next to it anywhere in the passage.</summary>
internal sealed class DateChangedCheck() : ClaimCheck("dateChanged", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            if (alignment.Words[i].Month > 0 && ChangedPart(alignment, i) is { } part)
            {
                return $"{alignment.Words[i].Text} {part}";
            }
        }

        return null;
    }

    /// <summary>The day or year next to a month of the claim that is not next to it anywhere in the passage.</summary>
    private static string? ChangedPart(ClaimAlignment alignment, int month)
    {
        foreach (int i in (int[])[month - 1, month + 1, month + 2])
        {
            if (i < 0 || i >= alignment.Words.Count || alignment.Words[i] is not { Value: { } value } part)
            {
                continue;
            }

            bool isDayOrYear = part.IsYear || (value is >= 1 and <= 31 && i != month + 2);
            if (isDayOrYear && !IsBeside(alignment, alignment.Words[month].Month, value))
            {
                return part.Text;
            }
        }

        return null;
    }

    private static bool IsBeside(ClaimAlignment alignment, int month, double value)
    {
        IReadOnlyList<AnnotatedWord> words = alignment.SourceWords;
        bool isSeen = false;
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i].Month != month)
            {
                continue;
            }

            for (int j = Math.Max(0, i - 4); j <= Math.Min(words.Count - 1, i + 4); j++)
            {
                bool isNumber = words[j].Value is not null && (words[j].IsYear == value >= 1000);
                isSeen |= isNumber;
                if (isNumber && Numbers.AreEqual(words[j].Value!.Value, value))
                {
                    return true;
                }
            }
        }

        return !isSeen;
    }
}
