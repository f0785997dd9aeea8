using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A claim that otherwise repeats a sentence begins with words of its own where the sentence begins with others.
/// </summary>
internal sealed class SubjectSwappedCheck() : ClaimCheck("subjectSwapped", ClaimSupport.Normal)
{
    private const double LeastRun = 0.5;
    private const int LongestSubject = 4;

    public override bool LooksAtPlaces => true;

    public override string? Objection(Comparison comparison)
    {
        Slot slot = comparison.Slots.Count > 0 ? comparison.Slots[0] : default;
        bool isFirst = comparison.Words.Take(slot.ClaimStart).All(w => w.IsFunction);
        if (!isFirst || slot.ClaimLength == 0 || comparison.Alignment.LongestRun < LeastRun)
        {
            return null;
        }

        // What a comma follows only leads up to the subject: "On the other hand, ...".
        bool isLead = comparison.Words.Skip(1).Take(slot.ClaimEnd).Any(w => w.FollowsBreak);
        bool opensSentence = comparison.Source.Sentences.Any(s => Opens(comparison, s, slot.SourceStart));
        int[] written = [.. comparison.SourceContentOf(slot)];
        bool isSubject = written.Length is >= 1 and <= LongestSubject && comparison.ContentOf(slot).Any();
        bool isOther = !written.Any(place => comparison.Words.Any(w => w.Lemma == comparison.SourceWords[place].Lemma));
        return !isLead && opensSentence && isSubject && isOther ? comparison.WordsOf(slot) : null;
    }

    /// <summary>Nothing but small words stand between the beginning of the sentence and the place.</summary>
    private static bool Opens(Comparison comparison, SourceSentence sentence, int place) =>
        place >= sentence.FirstToken
        && place < sentence.EndToken
        && comparison.SourceWords.Skip(sentence.FirstToken).Take(place - sentence.FirstToken).All(t => t.IsFunction);
}
