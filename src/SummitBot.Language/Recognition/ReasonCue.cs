using SummitBot.Language.Tokens;

namespace SummitBot.Language.Recognition;

/// <summary>Detects sentences that give a reason.</summary>
public static class ReasonCue
{
    /// <summary>True for a sentence with a cue word, or a purpose marker before a word in lower case ("to avoid").</summary>
    public static bool IsIn(IReadOnlyList<Word> words, LanguageProfile profile)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (profile.ReasonCues.Contains(words[i].Form))
            {
                return true;
            }

            bool announcesVerb =
                profile.PurposeMarkers.Contains(words[i].Form)
                && i + 1 < words.Count
                && !words[i + 1].IsCapitalised
                && !words[i + 1].HasDigit
                && !profile.StopWords.Contains(words[i + 1].Form);
            if (announcesVerb)
            {
                return true;
            }
        }

        return false;
    }
}
