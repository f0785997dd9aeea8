using SummitBot.Language.Tokens;

namespace SummitBot.Language.Recognition;

/// <summary>
/// Names as people say them: enumerated ones together, and only those that are not part of a description.
/// </summary>
public static class NameSpans
{
    private static readonly string[] Separators = [", ", " & "];

    /// <summary>
    /// False for a name that only describes what follows: <c>Spanish architect</c>, <c>Putin's aide</c>.
    /// </summary>
    public static bool StandsAlone(Mention name, IRecognizedSentence sentence, LanguageProfile profile)
    {
        if (name.Last + 1 == sentence.Words.Count)
        {
            return true;
        }

        Word last = sentence.Words[name.Last];
        Word next = sentence.Words[name.Last + 1];
        string gap = sentence.Text[last.BareEnd..next.Start];
        bool isJoined = gap.Length > 0 && gap[0] is '\'' or '’' or '-' or '–';
        bool describes = gap == " " && !next.IsCapitalised && !profile.StopWords.Contains(next.Form);
        return !isJoined && !describes;
    }

    /// <summary>The name with those enumerated after it: <c>Juris Hartmanis and Richard Stearns</c>.</summary>
    public static Span WithEnumerated(Mention name, IRecognizedSentence sentence, LanguageProfile profile)
    {
        int last = name.Last;
        foreach (Mention next in sentence.Mentions.Where(m => m.Kind is MentionKind.Name or MentionKind.Place))
        {
            if (next.First > last && IsEnumeration(last, next.First, sentence, profile))
            {
                last = next.Last;
            }
        }

        return new Span(sentence.Words[name.First].Start, sentence.Words[last].BareEnd);
    }

    private static bool IsEnumeration(int last, int next, IRecognizedSentence sentence, LanguageProfile profile)
    {
        IReadOnlyList<Word> words = sentence.Words;
        bool isByWord =
            next == last + 2
            && profile.ShortAnswers.Conjunctions.Contains(words[last + 1].Form)
            && sentence.Text[words[last].End..words[last + 1].Start] is " " or ", ";
        bool isBySign =
            next == last + 1
            && Separators.Contains(sentence.Text[words[last].End..words[next].Start], StringComparer.Ordinal);
        return isByWord || isBySign;
    }
}
