using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Questions;

/// <summary>Detects utterances that only doubt the last answer: "No, that is wrong", "Are you sure?".</summary>
internal static class DoubtedAnswer
{
    private const int MaxWords = 8;

    public static bool IsDoubt(string utterance, LanguageProfile profile)
    {
        IReadOnlyList<string> words = Tokenizer.SplitQuestion(utterance);
        string[] bare = [.. words.Select(w => w.Split('\'', '’')[0])];
        if (words.Count is 0 or > MaxWords || words.Any(profile.IsAskingWord))
        {
            return false;
        }

        bool isDenied = words.Any(w =>
            profile.Negations.Contains(w)
            || profile.NegationSuffixes.Any(s => w.EndsWith(s, StringComparison.OrdinalIgnoreCase))
        );
        bool isAsked = utterance.TrimEnd() is [.., '?' or '？' or '؟'];
        bool callsWrong = bare.Any(profile.QuestionForms.DoubtWords.Contains);
        bool doubtsTruth =
            bare.Any(profile.QuestionForms.CertaintyWords.Contains) && (isDenied || (isAsked && words.Count > 1));
        return (callsWrong || doubtsTruth)
            && bare.All(w =>
                profile.QuestionForms.DoubtWords.Contains(w)
                || profile.QuestionForms.CertaintyWords.Contains(w)
                || profile.StopWords.Contains(w)
                || profile.Negations.Contains(w)
                || profile.Demonstratives.Contains(w)
            );
    }
}
