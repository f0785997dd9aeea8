using SummitBot.Language;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Core.Questions;

/// <summary>Detects questions for several things: "Which trees were planted?", "List all roles".</summary>
internal static class ListQuestion
{
    /// <summary>The noun for the things that are asked for; null when the question asks for one answer.</summary>
    /// <param name="text">The text that the words were cut from.</param>
    public static Word? FindListed(IReadOnlyList<Word> words, string text, LanguageProfile profile)
    {
        if (words.Any(w => AnalyzedQuestion.IsModifier(w, profile)))
        {
            return null;
        }

        foreach (string phrase in profile.QuestionForms.ListPhrases)
        {
            string[] parts = phrase.Split(' ');
            if (
                words.Count > parts.Length
                && words.Take(parts.Length).Select(w => w.Form).SequenceEqual(parts, StringComparer.Ordinal)
            )
            {
                return FindNoun([.. words.Skip(parts.Length)], profile);
            }
        }

        // These languages write no spaces, so a phrase may be a part of a word.
        if (
            Scripts.IsUnspaced(profile.Language)
            && profile.QuestionForms.ListPhrases.Any(p => text.Contains(p, StringComparison.Ordinal))
        )
        {
            return FindNoun(words, profile);
        }

        return words.Count > 2 && profile.QuestionForms.PluralAskingWords.Contains(words[0].Form)
            ? FindPlural(words, [.. TakeRun(words.Skip(1), profile)], profile)
            : null;
    }

    private static Word? FindNoun(IReadOnlyList<Word> words, LanguageProfile profile)
    {
        Word[] run = [.. TakeRun(words.SkipWhile(w => profile.StopWords.Contains(w.Form)), profile)];
        return run.Length == 0 ? null
            : profile.Language == LanguageCodes.English ? run.LastOrDefault(IsEnglishPlural, run[^1])
            : run[0];
    }

    private static Word? FindPlural(IReadOnlyList<Word> words, Word[] run, LanguageProfile profile)
    {
        Word asking = words[0];
        if (run.Length == 0)
        {
            return null;
        }

        if (profile.Language != LanguageCodes.English)
        {
            // "qué" also stands before a singular.
            bool isPlural = asking.Form[^1] is 's' or 'e' or 'и' || run[0].Form[^1] == 's';
            return isPlural ? run[0] : null;
        }

        // "What causes rust?" and "Which rule holds that ..." ask with a verb.
        int last = Array.FindLastIndex(run, w => IsEnglishPlural(w));
        bool isLast = last == run.Length - 1;
        bool isVerb =
            isLast
            && last > 0
            && WordTables.English.IsVerb(WordTables.English.GetLemma(run[last].Form))
            && run.Length + 1 < words.Count
            && !profile.ShortAnswers.SupportVerbs.Contains(words[run.Length + 1].Form)
            && !profile.ShortAnswers.Auxiliaries.Contains(words[run.Length + 1].Form);
        return last >= 0 && !isVerb && (asking.Form == "which" || isLast) ? run[last] : null;
    }

    private static IEnumerable<Word> TakeRun(IEnumerable<Word> words, LanguageProfile profile) =>
        words.TakeWhile(w => !profile.StopWords.Contains(w.Form));

    private static bool IsEnglishPlural(Word word)
    {
        string lemma = WordTables.English.GetLemma(word.Form);
        return lemma != word.Form
            && WordTables.English.IsNoun(lemma)
            && !word.Form.EndsWith("ed", StringComparison.Ordinal)
            && !word.Form.EndsWith("ing", StringComparison.Ordinal);
    }
}
