using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Language.Recognition;

/// <summary>Recognizes names by their capitals.</summary>
public static class NameRecognizer
{
    private const int MaxWordsBetweenPlaceAndPreposition = 2;

    private static readonly string[] Separators = [", ", " & "];

    /// <summary>The names of a sentence in text order.</summary>
    /// <param name="words">The sentence's words.</param>
    /// <param name="text">The text that the words come from.</param>
    public static IEnumerable<Mention> Find(IReadOnlyList<Word> words, string text, LanguageProfile profile)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (!words[i].IsCapitalised || (i == 0 && profile.StopWords.Contains(words[i].Form)))
            {
                continue;
            }

            int first = i;
            while (NextOfName(words, text, i, profile) is { } next)
            {
                i = next;
            }

            bool isLoneFirstWord = first == 0 && i == 0;
            bool isOnlyFunctionWord = first == i && profile.StopWords.Contains(words[first].Form);
            if (!isLoneFirstWord && !isOnlyFunctionWord)
            {
                MentionKind kind = IsBehindPlacePreposition(words, first, profile)
                    ? MentionKind.Place
                    : MentionKind.Name;
                yield return new Mention(kind, first, i) { IsPossessive = words[i].IsPossessive };
            }
        }
    }

    /// <summary>
    /// The names in a question: consecutive capitalized words, without those that any question could start with, and
    /// the numbers behind them.
    /// </summary>
    public static IEnumerable<string> FindInQuestion(IEnumerable<string> words, LanguageProfile profile)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(profile);
        string name = "";
        foreach (string word in words)
        {
            bool isNumberOfName = name.Length > 0 && word.All(char.IsDigit) && !DateRecognizer.IsYear(word);
            if (
                isNumberOfName
                || (char.IsUpper(word[0]) && !profile.StopWords.Contains(word) && !profile.IsAskingWord(word))
            )
            {
                name = name.Length == 0 ? word : $"{name} {word}";
            }
            else if (name.Length > 0)
            {
                yield return name;
                name = "";
            }
        }

        if (name.Length > 0)
        {
            yield return name;
        }
    }

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
    public static Span GetSpan(Mention name, IRecognizedSentence sentence, LanguageProfile profile)
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

    /// <summary>The next word of the name that word <paramref name="i"/> belongs to, over at most two joiners.</summary>
    private static int? NextOfName(IReadOnlyList<Word> words, string text, int i, LanguageProfile profile)
    {
        int next = i + 1;
        while (
            next < words.Count
            && next <= i + 2
            && profile.NameJoiners.Contains(words[next].Form)
            && !words[next].IsCapitalised
        )
        {
            next++;
        }

        bool joins = next < words.Count && words[next].IsCapitalised;
        return joins && text.AsSpan(words[i].End, words[next].Start - words[i].End).IndexOfAny(",;:()") < 0
            ? next
            : null;
    }

    private static bool IsBehindPlacePreposition(IReadOnlyList<Word> words, int first, LanguageProfile profile)
    {
        for (int i = first - 1; i >= 0 && i >= first - MaxWordsBetweenPlaceAndPreposition; i--)
        {
            if (profile.PlacePrepositions.Contains(words[i].Form))
            {
                return true;
            }

            if (!profile.StopWords.Contains(words[i].Form))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Marks the names among annotated words: a capitalized word inside a sentence; at its beginning, one that is
    /// followed by a capitalized word or is not in the dictionary.
    /// </summary>
    internal static List<AnnotatedWord> Mark(List<AnnotatedWord> words, bool isEnglish)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (IsName(words, i, isEnglish))
            {
                words[i] = words[i] with { IsName = true };
            }
        }

        return words;
    }

    private static bool IsName(List<AnnotatedWord> words, int i, bool isEnglish)
    {
        AnnotatedWord word = words[i];
        if (!word.IsCapital || word.IsFunction || word.IsNumber || word.Month > 0 || word.Lower.Length < 2)
        {
            return false;
        }

        if (!word.OpensSentence)
        {
            return true;
        }

        AnnotatedWord? next = i + 1 < words.Count ? words[i + 1] : null;
        bool isFollowed = next is { IsCapital: true, IsFunction: false, FollowsBreak: false, IsNumber: false };
        bool isAdverb = word.Lower.EndsWith("ly", StringComparison.Ordinal);
        return isFollowed
            || (
                isEnglish
                && !isAdverb
                && !WordTables.English.Contains(word.Lemma)
                && !WordTables.English.Contains(word.Lower)
            );
    }
}
