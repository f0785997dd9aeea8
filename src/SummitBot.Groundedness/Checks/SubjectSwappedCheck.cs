using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// A claim that otherwise repeats a sentence begins with words of its own where the sentence begins with others.
/// </summary>
internal sealed class SubjectSwappedCheck() : ClaimCheck("subjectSwapped", ClaimSupport.Normal)
{
    private const double MinRun = 0.5;
    private const int LongestSubject = 4;

    public override bool LooksAtPlaces => true;

    public override string? FindFailure(ClaimAlignment alignment)
    {
        Slot slot = alignment.Slots.Count > 0 ? alignment.Slots[0] : default;
        bool isFirst = alignment.Words.Take(slot.ClaimStart).All(w => w.IsFunction);
        if (!isFirst || slot.ClaimLength == 0 || alignment.Alignment.LongestRun < MinRun)
        {
            return null;
        }

        // What a comma follows only leads up to the subject: "On the other hand, ...".
        bool isLead = alignment.Words.Skip(1).Take(slot.ClaimEnd).Any(w => w.FollowsBreak);
        bool opensSentence = alignment.Source.Sentences.Any(s => Opens(alignment, s, slot.SourceStart));
        int[] written = [.. alignment.GetSourceContent(slot)];
        bool isSubject = written.Length is >= 1 and <= LongestSubject && alignment.GetContent(slot).Any();
        bool isOther = !written.Any(place => alignment.Words.Any(w => w.Lemma == alignment.SourceWords[place].Lemma));
        return !isLead && opensSentence && isSubject && isOther ? alignment.GetWords(slot) : null;
    }

    /// <summary>Nothing but small words stand between the beginning of the sentence and the place.</summary>
    private static bool Opens(ClaimAlignment alignment, SourceSentence sentence, int place) =>
        place >= sentence.FirstToken
        && place < sentence.EndToken
        && alignment.SourceWords.Skip(sentence.FirstToken).Take(place - sentence.FirstToken).All(t => t.IsFunction);
}
