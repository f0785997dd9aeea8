using SummitBot.Groundedness.Alignment;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// At least two of the content words, and half of them, only repeat what the claim has said already, more often than the
/// window does: each of them is in the window, and yet together they say nothing.
/// </summary>
internal sealed class RepetitionCheck() : ClaimCheck("repetition", ClaimSupport.Normal, isForEveryLanguage: true)
{
    private const int MinWords = 2;
    private const int Share = 2;

    public override string? FindFailure(ClaimAlignment alignment)
    {
        string[] words = [.. alignment.Words.Where(w => w.IsContent).Select(w => w.Lemma)];
        string[] repeated =
        [
            .. words
                .GroupBy(w => w, StringComparer.Ordinal)
                .SelectMany(g => g.Skip(Math.Max(1, alignment.CountInWindow(g.Key)))),
        ];
        return repeated.Length >= MinWords && repeated.Length * Share >= words.Length
            ? string.Join(' ', repeated.Distinct(StringComparer.Ordinal))
            : null;
    }
}
