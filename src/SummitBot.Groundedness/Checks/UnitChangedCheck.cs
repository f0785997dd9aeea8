using SummitBot.Groundedness.Alignment;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>The window has the claim's number with another unit or currency.</summary>
internal sealed class UnitChangedCheck() : ClaimCheck("unitChanged", ClaimSupport.Normal, isForEveryLanguage: true)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            AnnotatedWord token = alignment.Words[i];
            if (token is { Value: not null, Unit: not null } && IsOnlyWithAnotherUnit(token, alignment))
            {
                return $"{token.Text} {token.Unit}";
            }
        }

        return null;
    }

    private static bool IsOnlyWithAnotherUnit(AnnotatedWord claimed, ClaimAlignment alignment)
    {
        bool isSame(AnnotatedWord token) => token.Value is { } value && Numbers.AreEqual(value, claimed.Value!.Value);
        return alignment.WindowHas(isSame)
            && !alignment.WindowHas(t => isSame(t) && t.Unit == claimed.Unit)
            && (claimed.Unit is "$" or "€" or "£" or "%" || alignment.WindowHas(t => isSame(t) && t.Unit is not null));
    }
}
