using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Sentences;

/// <summary>
/// Sentences that say what something is: "Kim is the leader of ...", "Kim, the leader of ...", "the leader Kim".
/// </summary>
internal static class Definition
{
    /// <summary>True when the sentence defines what the question asks to be defined.</summary>
    public static bool IsIn(CandidateSentence sentence, AnalyzedQuestion question)
    {
        if (question.Defined is not { } defined)
        {
            return false;
        }

        string head = defined[^1].Stem;
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            Word word = sentence.Words[i];
            if (word.Stem == head && !word.IsPossessive && Defines(sentence, i, defined.Count, question.Profile))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Defines(CandidateSentence sentence, int last, int length, LanguageProfile profile)
    {
        IReadOnlyList<Word> words = sentence.Words;
        int first = Math.Max(0, last - length + 1);
        bool isBehindTitle = first > 0 && profile.PersonNouns.Contains(words[first - 1].Form);
        if (isBehindTitle || last + 2 >= words.Count)
        {
            return isBehindTitle;
        }

        Word next = words[last + 1];
        string between = sentence.Text[words[last].End..next.Start].Trim();
        return between switch
        {
            "" => profile.Copulas.Contains(next.Form) && IsArticle(words[last + 2]),
            "," => IsArticle(next),
            _ => false,
        };

        bool IsArticle(Word word) => profile.Determiners.Contains(word.Form);
    }
}
