using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Questions;

/// <summary>"Who is Kim Jong-un?", "What is the Angara?": questions for what somebody or something is.</summary>
internal static class DefinitionQuestion
{
    private const int MaxWords = 5;

    /// <summary>The words for whom or what is to be defined; null for any other question.</summary>
    public static IReadOnlyList<Word>? DefinedBy(IReadOnlyList<Word> question, LanguageProfile profile)
    {
        bool asksWhatIs =
            question.Count > 2 && profile.IsAskingWord(question[0].Form) && profile.Copulas.Contains(question[1].Form);
        if (!asksWhatIs)
        {
            return null;
        }

        int first = profile.Determiners.Contains(question[2].Form) ? 3 : 2;
        Word[] defined = [.. question.Skip(first)];
        bool isOneThing =
            defined.Length is > 0 and <= MaxWords
            && defined.All(w => !profile.StopWords.Contains(w.Form))
            && (defined.Length == 1 || defined.All(w => w.IsCapitalised) || defined.All(w => !w.IsCapitalised));
        return isOneThing && !defined[^1].IsPossessive && AsksForPersonOrThing(question[0], profile) ? defined : null;
    }

    private static bool AsksForPersonOrThing(Word asking, LanguageProfile profile) =>
        profile.QuestionTypes.Any(t =>
            t.Key is "person" or "thing" && t.Value.Contains(asking.Form, StringComparer.Ordinal)
        );
}
