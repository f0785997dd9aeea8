using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.ShortAnswers;

/// <summary>
/// Compares what a question states ("So it costs 300 euros, right?") with the sentence that answers it.
/// </summary>
internal static class StatementCheck
{
    /// <summary>
    /// Numbers that differ by less than this share of the larger one are neither equal nor clearly different.
    /// </summary>
    private const double Rounding = 0.1;

    /// <summary>
    /// Share of the other words' weight that the sentence must have for its number to be the one in question.
    /// </summary>
    private const double MinCoverage = 0.6;

    /// <summary>
    /// True when the sentence says the same, false when it says another number, null when it is not clear.
    /// </summary>
    public static bool? Check(AnalyzedQuestion question, CandidateSentence sentence)
    {
        LanguageProfile profile = question.Profile;
        if (question.Words.Count == 0 || question.Words.Any(w => profile.IsAskingWord(w.Form)))
        {
            return null;
        }

        Quantity[] stated = [.. FindQuantities(question.Words, profile)];
        return stated switch
        {
            [] => IsConfirmed(question, sentence) ? true : null,
            [var only] => Compare(only, question, sentence),
            _ => null,
        };
    }

    /// <summary>
    /// Whether the sentence says the one number that the question takes for granted; null when it is not clear.
    /// </summary>
    public static bool? CompareNumber(AnalyzedQuestion question, CandidateSentence sentence) =>
        FindQuantities(question.Words, question.Profile).ToArray() is [var only]
            ? Compare(only, question, sentence)
            : null;

    /// <summary>The question without the one number that it states; null when it states none or several, or asks for one.</summary>
    /// <param name="text">The text that the question's words were cut from.</param>
    public static string? LeaveOpen(AnalyzedQuestion question, string text)
    {
        LanguageProfile profile = question.Profile;
        if (question.Words.Any(w => profile.IsAskingWord(w.Form)))
        {
            return null;
        }

        return FindQuantities(question.Words, profile).ToArray() is [var only]
            ? text[..question.Words[only.First].Start]
                + text[question.Words[only.First + only.Words.Count - 1].End..].TrimStart()
            : null;
    }

    private static bool? Compare(Quantity stated, AnalyzedQuestion question, CandidateSentence sentence)
    {
        QuestionTerm[] others = [.. question.Terms.Where(t => !NumberRecognizer.IsNumber(t.Word, question.Profile))];
        double covered = others.Where(t => sentence.Has(t) > 0 || sentence.Title.Has(t) > 0).Sum(t => t.Weight);
        Quantity[] comparable =
        [
            .. FindQuantities(sentence.Words, question.Profile).Where(q => q.IsOfSameKind(stated)),
        ];
        if (covered < MinCoverage * others.Sum(t => t.Weight) || comparable is not [var said])
        {
            return null;
        }

        return said.HasSameWords(stated) ? true
            : said.Number is { } number
            && stated.Number is { } claimed
            && said.Scale == stated.Scale
            && Math.Abs(number - claimed) > Rounding * Math.Max(number, claimed)
                ? false
            : null;
    }

    /// <summary>
    /// True for a question that starts with its verb and has all its words in the sentence in the same order.
    /// </summary>
    private static bool IsConfirmed(AnalyzedQuestion question, CandidateSentence sentence)
    {
        LanguageProfile profile = question.Profile;
        Word first = question.Words.FirstOrDefault(w => !profile.EllipsisStarts.Contains(w.Form));
        bool beginsWithVerb =
            profile.Copulas.Contains(first.Form)
            || profile.ShortAnswers.SupportVerbs.Contains(first.Form)
            || profile.ShortAnswers.Auxiliaries.Contains(first.Form);
        bool isNegated = sentence.Words.Any(w => AnalyzedQuestion.IsNegation(w, profile));
        if (!beginsWithVerb || question.IsNegated || isNegated || question.Terms.Count < 2)
        {
            return false;
        }

        int at = -1;
        foreach (QuestionTerm term in question.Terms.Where(t => !t.IsContext))
        {
            int next = FindIndex(sentence.Words, at + 1, term.Word.Stem);
            if (next < 0)
            {
                return false;
            }

            at = next;
        }

        return true;
    }

    private static int FindIndex(IReadOnlyList<Word> words, int from, string stem)
    {
        for (int i = from; i < words.Count; i++)
        {
            if (words[i].Stem == stem)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Numbers with what they count, without years and days of a month.</summary>
    private static IEnumerable<Quantity> FindQuantities(IReadOnlyList<Word> words, LanguageProfile profile)
    {
        foreach (Mention mention in NumberRecognizer.Find(words, profile))
        {
            (int first, int end) = (mention.First, mention.Last + 1);
            Word? before = first > 0 ? words[first - 1] : null;
            Word? next = end < words.Count ? words[end] : null;
            string? unit = next is { } behind && !profile.StopWords.Contains(behind.Form) ? behind.Stem : null;
            string[] forms = [.. words.Skip(first).Take(end - first).Select(w => w.Form)];
            var quantity = new Quantity(forms, unit, first) { Number = NumberRecognizer.GetValue(forms[0], profile) };
            bool isDate =
                (before is { } b && profile.Months.Contains(b.Form))
                || (next is { } n && profile.Months.Contains(n.Form))
                || (unit is null && quantity.Number is { } number && DateRecognizer.IsYear(number));
            if (!isDate)
            {
                yield return quantity;
            }
        }
    }

    /// <param name="Words">The words of the number, lower case.</param>
    /// <param name="Unit">The stem of what is counted; null when no word behind it tells.</param>
    /// <param name="First">Where its first word stands.</param>
    private sealed record Quantity(IReadOnlyList<string> Words, string? Unit, int First)
    {
        /// <summary>The number before the scale; null unless it is given in digits.</summary>
        public double? Number { get; init; }

        /// <summary>Millions; null for a plain number.</summary>
        public string? Scale { get; } = Words.Count > 1 ? Words[^1] : null;

        public bool IsOfSameKind(Quantity other) =>
            Unit is not null && other.Unit is not null ? Unit == other.Unit : Scale is not null && Scale == other.Scale;

        public bool HasSameWords(Quantity other) =>
            (Number is { } one && one == other.Number && Scale == other.Scale)
            || Words.SequenceEqual(other.Words, StringComparer.Ordinal);
    }
}
