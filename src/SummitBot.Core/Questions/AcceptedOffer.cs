using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Questions;

/// <summary>
/// "Yes" to an offer: after "Would you like to know when the B1 course takes place?" it asks when the B1 course takes
/// place.
/// </summary>
internal static class AcceptedOffer
{
    private static readonly char[] QuestionMarks = ['?', '？', '؟'];
    private static readonly char[] SentenceEnds = ['.', '!', '?', '\n', '。', '！', '？', '؟'];

    /// <summary>The offered question; null when the reply does not accept it, or asks for more.</summary>
    public static string? Resolve(string reply, IReadOnlyList<ConversationTurn> conversation)
    {
        if (
            conversation is not [.., { Role: Speaker.Assistant } last]
            || last.AsksBack
            || last.Text.TrimEnd() is not { Length: > 1 } text
            || !QuestionMarks.Contains(text[^1])
        )
        {
            return null;
        }

        string offer = text[(text.LastIndexOfAny(SentenceEnds, text.Length - 2) + 1)..];
        LanguageProfile profile = LanguageProfiles.For(QuestionLanguage.Detect(offer));
        IReadOnlyList<string> words = Tokenizer.SplitQuestion(reply);
        IReadOnlyList<string> offered = Tokenizer.SplitQuestion(offer);
        string[] chosen = [.. words.Where(w => !profile.Affirmations.Contains(w))];
        bool isAcceptance =
            words.Count > chosen.Length
            && !chosen.Any(profile.IsAskingWord)
            && chosen.All(w => offered.Contains(w, StringComparer.OrdinalIgnoreCase) || profile.StopWords.Contains(w));
        if (!isAcceptance)
        {
            return null;
        }

        if (chosen.Any(w => !profile.StopWords.Contains(w)))
        {
            return AskAbout(chosen, profile);
        }

        int asking = FindIndex(offered, profile.IsAskingWord);
        return asking > 0
            ? $"{string.Join(' ', offered.Skip(asking))}?"
            : AskAbout([.. offered.Skip(Math.Max(0, FindIndex(offered, profile.Determiners.Contains)))], profile);
    }

    private static string AskAbout(IReadOnlyList<string> phrase, LanguageProfile profile) =>
        string.Join(' ', profile.FragmentStarts.Take(1).Concat(phrase)) + "?";

    /// <summary>The index of the first such word, ignoring the one at the start; -1 when there is none.</summary>
    private static int FindIndex(IReadOnlyList<string> words, Func<string, bool> isOne)
    {
        for (int i = 1; i < words.Count; i++)
        {
            if (isOne(words[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
