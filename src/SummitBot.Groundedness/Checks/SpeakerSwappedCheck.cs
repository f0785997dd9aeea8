using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Recognition;

namespace SummitBot.Groundedness.Checks;

/// <summary>The claim attributes a statement to another speaker than the source does.</summary>
internal sealed class SpeakerSwappedCheck() : ClaimCheck("speakerSwapped", ClaimSupport.Normal)
{
    public override string? FindFailure(ClaimAlignment alignment)
    {
        int verb = IndexOf(alignment.Words, WordClasses.IsSpeech);
        if (verb < 0 || SpeakerNear(alignment.Words, verb, 0, alignment.Words.Count) is not { } speaker)
        {
            return null;
        }

        for (int sentence = alignment.Window.First; sentence <= alignment.Window.Last; sentence++)
        {
            SourceSentence source = alignment.Source.Sentences[sentence];
            int from = IndexOf(alignment.SourceWords, WordClasses.IsSpeech, source.FirstToken, source.EndToken);
            bool namesSpeaker = alignment.InSentence(speaker, sentence) > 0;
            if (from < 0 || namesSpeaker || !CoversRest(alignment, sentence, speaker))
            {
                continue;
            }

            if (SpeakerNear(alignment.SourceWords, from, source.FirstToken, source.EndToken) is not null)
            {
                return alignment.Words[speaker].Text;
            }
        }

        return null;
    }

    private static int IndexOf(
        IReadOnlyList<AnnotatedWord> words,
        Func<AnnotatedWord, bool> kind,
        int from = 0,
        int? end = null
    )
    {
        for (int i = from; i < (end ?? words.Count); i++)
        {
            if (kind(words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The name within four words of a speech verb.</summary>
    private static int? SpeakerNear(IReadOnlyList<AnnotatedWord> words, int verb, int from, int end)
    {
        const int near = 4;
        for (int distance = 1; distance <= near; distance++)
        {
            foreach (int i in (int[])[verb - distance, verb + distance])
            {
                if (i >= from && i < end && words[i].IsName)
                {
                    return i;
                }
            }
        }

        return null;
    }

    private static bool CoversRest(ClaimAlignment alignment, int sentence, int speaker)
    {
        double total = 0;
        double covered = 0;
        for (int i = 0; i < alignment.Words.Count; i++)
        {
            if (i != speaker)
            {
                total += alignment.Words[i].Weight;
                covered += alignment.Words[i].Weight * alignment.InSentence(i, sentence);
            }
        }

        return total > 0 && covered / total > 0.6;
    }
}
