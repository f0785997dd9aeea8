using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;

namespace SummitBot.Groundedness.Checks;

/// <summary>A claim that otherwise repeats a sentence starts with different words than the sentence.</summary>
internal sealed class SubjectSwappedCheck() : ClaimCheck("subjectSwapped", ClaimSupport.Normal)
{
    private const double MinRun = 0.5;
    private const int MaxSubjectWords = 4;

    public override bool LooksAtPlaces => true;

    public override string? FindFailure(ClaimAlignment alignment)
    {
        Slot slot = alignment.Slots.Count > 0 ? alignment.Slots[0] : default;
        bool isFirst = alignment.Words.Take(slot.ClaimStart).All(w => w.IsFunction);
        if (!isFirst || slot.ClaimLength == 0 || alignment.Alignment.LongestRun < MinRun)
        {
            return null;
        }

        // Words before a comma only introduce the subject: "On the other hand, ...".
        bool isLead = alignment.Words.Skip(1).Take(slot.ClaimEnd).Any(w => w.FollowsBreak);
        bool opensSentence = alignment.Source.Sentences.Any(s => Opens(alignment, s, slot.SourceStart));
        int[] written = [.. alignment.GetSourceContent(slot)];
        bool isSubject = written.Length is >= 1 and <= MaxSubjectWords && alignment.GetContent(slot).Any();
        bool isOther = !written.Any(place => alignment.Words.Any(w => w.Lemma == alignment.SourceWords[place].Lemma));
        return !isLead && opensSentence && isSubject && isOther ? alignment.GetWords(slot) : null;
    }

    /// <summary>True when only function words are between the start of the sentence and the position.</summary>
    private static bool Opens(ClaimAlignment alignment, SourceSentence sentence, int place) =>
        place >= sentence.FirstToken
        && place < sentence.EndToken
        && alignment.SourceWords.Skip(sentence.FirstToken).Take(place - sentence.FirstToken).All(t => t.IsFunction);
}
