using SummitBot.Language;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Questions;

/// <summary>The two things that a question compares; both are empty for "How many more did she get than he?".</summary>
/// <param name="First">The content words of the one.</param>
/// <param name="Second">The content words of the other.</param>
public sealed record ComparedSides(IReadOnlyList<Word> First, IReadOnlyList<Word> Second)
{
    /// <summary>The comparing word: <c>longer</c>; null for "Compare A and B".</summary>
    public Word? Comparative { get; init; }

    /// <summary>The sides of "Which is longer, A or B?", "How much longer is A than B?", "Compare A and B"; otherwise null.</summary>
    /// <param name="text">The text that the words were cut from.</param>
    internal static ComparedSides? Find(IReadOnlyList<Word> words, string text, LanguageProfile profile)
    {
        int comparative = FindLast(words, w => profile.QuestionForms.Comparatives.Contains(w.Form));
        bool isDifference = profile.QuestionForms.DifferencePhrases.Any(p => ContainsPhrase(words, p));
        if (comparative < 0 && !isDifference)
        {
            return null;
        }

        int than = comparative < 0 ? -1 : FindLast(words, w => profile.QuestionForms.ThanWords.Contains(w.Form));
        if (than > comparative && AsksNumber(words, profile))
        {
            return FindBesideThan(words, than, profile) is { } beside
                ? beside with
                {
                    Comparative = words[comparative],
                }
                : null;
        }

        bool isChoice = comparative >= 0 && than <= comparative && words.Any(w => profile.IsAskingWord(w.Form));
        int joint =
            isChoice ? FindLast(words, w => profile.QuestionForms.OrWords.Contains(w.Form))
            : isDifference ? FindLast(words, w => profile.Conjunctions.Contains(w.Form))
            : -1;
        if (joint <= Math.Max(comparative, 0))
        {
            return null;
        }

        Word[] first =
        [
            .. GetContent(words.Take(joint).Skip(FindStart(words, comparative, joint, text, profile)), profile),
        ];
        Word[] second = [.. GetContent(words.Skip(joint + 1), profile)];
        bool areThings = first.Any(w => !w.HasDigit) && second.Any(w => !w.HasDigit);
        return areThings
            ? new ComparedSides(first, second) { Comparative = comparative >= 0 ? words[comparative] : null }
            : null;
    }

    private static ComparedSides? FindBesideThan(IReadOnlyList<Word> words, int than, LanguageProfile profile)
    {
        Word[] second = [.. GetContent(words.Skip(than + 1), profile)];
        bool isPronoun = second.Length == 0 && words.Count > than + 1;
        if (second.Any(w => w.HasDigit || profile.NumberWords.Contains(w.Form)) || (second.Length == 0 && !isPronoun))
        {
            return null;
        }

        bool isName = second.Length > 0 && second[0].IsCapitalised;
        var runs = new List<(bool IsDetermined, List<Word> Words)>();
        bool isInside = false;
        for (int i = 1; i < than; i++)
        {
            bool isContent =
                !profile.StopWords.Contains(words[i].Form)
                && !profile.QuestionForms.Comparatives.Contains(words[i].Form)
                && (isPronoun ? words[i].IsCapitalised : words[i].IsCapitalised == isName);
            if (isContent && !isInside)
            {
                runs.Add((profile.Determiners.Contains(words[i - 1].Form), []));
            }

            if (isContent)
            {
                runs[^1].Words.Add(words[i]);
            }

            isInside = isContent;
        }

        List<Word>? first =
            isName || isPronoun ? runs.LastOrDefault().Words : runs.LastOrDefault(r => r.IsDetermined).Words;
        if (first is null)
        {
            return isPronoun ? new ComparedSides([], []) : null;
        }

        // "did the theatre cost than"
        bool hasVerb =
            first.Count > 1
            && first[^1] == words[than - 1]
            && words
                .Take(than)
                .Any(w => profile.ShortAnswers.SupportVerbs.Contains(w.Form) && !profile.Copulas.Contains(w.Form));
        return new ComparedSides(hasVerb && !isName ? first[..^1] : first, second);
    }

    /// <summary>Where the first of two alternatives starts: after a comma, otherwise after the last determiner.</summary>
    private static int FindStart(
        IReadOnlyList<Word> words,
        int comparative,
        int joint,
        string text,
        LanguageProfile profile
    )
    {
        for (int i = joint - 1; i > Math.Max(comparative, 0); i--)
        {
            bool isBehindComma = text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains(',');
            if (isBehindComma || profile.Determiners.Contains(words[i].Form))
            {
                return i;
            }
        }

        // "Compare Aldorf and Birken"
        int start = joint;
        while (start > comparative + 1 && start > 1 && words[start - 1].IsCapitalised)
        {
            start--;
        }

        return start < joint ? start : comparative + 1;
    }

    private static IEnumerable<Word> GetContent(IEnumerable<Word> words, LanguageProfile profile) =>
        words.Where(w => !profile.StopWords.Contains(w.Form) && !profile.Determiners.Contains(w.Form));

    private static bool AsksNumber(IReadOnlyList<Word> words, LanguageProfile profile) =>
        profile.QuestionTypes.TryGetValue("number", out IReadOnlyList<string>? phrases)
        && phrases.Any(p => ContainsPhrase(words, p));

    private static bool ContainsPhrase(IReadOnlyList<Word> words, string phrase)
    {
        string[] parts = phrase.Split(' ');
        return Enumerable
            .Range(0, Math.Max(0, words.Count - parts.Length + 1))
            .Any(i =>
                words.Skip(i).Take(parts.Length).Select(w => w.Form).SequenceEqual(parts, StringComparer.Ordinal)
            );
    }

    private static int FindLast(IReadOnlyList<Word> words, Func<Word, bool> isOne)
    {
        for (int i = words.Count - 1; i >= 0; i--)
        {
            if (isOne(words[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
