using SummitBot.Groundedness.Alignment;
using SummitBot.Groundedness.Sources;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Checks;

/// <summary>
/// What the claim lets somebody say, the source lets another say.
/// </summary>
internal sealed class SpeakerSwappedCheck() : ClaimCheck("speakerSwapped", ClaimSupport.Normal)
{
    public override string? Objection(Comparison comparison)
    {
        int verb = IndexOf(comparison.Words, WordClasses.IsSpeech);
        if (verb < 0 || SpeakerNear(comparison.Words, verb, 0, comparison.Words.Count) is not { } speaker)
        {
            return null;
        }

        for (int sentence = comparison.Window.First; sentence <= comparison.Window.Last; sentence++)
        {
            SourceSentence source = comparison.Source.Sentences[sentence];
            int from = IndexOf(comparison.SourceWords, WordClasses.IsSpeech, source.FirstToken, source.EndToken);
            bool namesSpeaker = comparison.InSentence(speaker, sentence) > 0;
            if (from < 0 || namesSpeaker || !CoversRest(comparison, sentence, speaker))
            {
                continue;
            }

            if (SpeakerNear(comparison.SourceWords, from, source.FirstToken, source.EndToken) is not null)
            {
                return comparison.Words[speaker].Text;
            }
        }

        return null;
    }

    private static int IndexOf(IReadOnlyList<Token> words, Func<Token, bool> kind, int from = 0, int? end = null)
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

    /// <summary>The name within four words of a verb of speech.</summary>
    private static int? SpeakerNear(IReadOnlyList<Token> words, int verb, int from, int end)
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

    private static bool CoversRest(Comparison comparison, int sentence, int speaker)
    {
        double total = 0;
        double covered = 0;
        for (int i = 0; i < comparison.Words.Count; i++)
        {
            if (i != speaker)
            {
                total += comparison.Words[i].Weight;
                covered += comparison.Words[i].Weight * comparison.InSentence(i, sentence);
            }
        }

        return total > 0 && covered / total > 0.6;
    }
}
