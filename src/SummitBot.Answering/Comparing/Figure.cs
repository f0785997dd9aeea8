using SummitBot.Answering.Sentences;
using SummitBot.Language;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Comparing;

/// <summary>A number in digits with its unit, in a sentence.</summary>
/// <param name="Range">The number and its unit, a range of the article's plain text.</param>
/// <param name="At">Index of the number among the words of the sentence.</param>
/// <param name="Unit">The words of the unit; for a table cell without one, those of its header.</param>
internal sealed record Figure(
    ScoredSentence Scored,
    TextRange Range,
    Quantity Quantity,
    int At,
    IReadOnlyList<Word> Unit
)
{
    private const int MaxUnitWords = 3;
    private const string CurrencySigns = "$€£¥₽₩₹";

    public CandidateSentence Sentence => Scored.Sentence;

    /// <summary>The header of the table cell that holds it; empty in prose.</summary>
    public string Header { get; init; } = "";

    /// <summary>The figures of a sentence other than dates, in text order.</summary>
    public static IEnumerable<Figure> FindIn(ScoredSentence scored)
    {
        CandidateSentence sentence = scored.Sentence;
        string language = sentence.Passage.Article.Language;
        var profile = LanguageProfiles.For(language);
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            bool isNumber = char.IsAsciiDigit(sentence.Words[i].Text[0]) && !IsInDate(i, sentence);
            if (!isNumber)
            {
                continue;
            }

            int scale = i;
            while (scale + 1 < sentence.Words.Count && IsScale(sentence.Words[scale + 1], profile))
            {
                scale++;
            }

            int last = FindUnitEnd(scale, sentence, profile);
            int start = sentence.Words[i].Start;
            start -= start > 0 && CurrencySigns.Contains(sentence.Text[start - 1], StringComparison.Ordinal) ? 1 : 0;
            int end = sentence.Words[last].BareEnd;
            end += end < sentence.Text.Length && sentence.Text[end] == '%' ? 1 : 0;
            TableCell? cell = sentence
                .Row?.Cells.Where(c => c.Start <= start)
                .Select(c => (TableCell?)c)
                .LastOrDefault();
            if (
                Quantity.Parse(sentence.Text[start..end], language) is { } quantity
                && (quantity.Unit + quantity.Sign + cell?.Header).Length > 0
            )
            {
                yield return new Figure(
                    scored,
                    new TextRange(sentence.Range.Start + start, sentence.Range.Start + end),
                    quantity,
                    i,
                    last > scale || cell is not { } inCell
                        ? [.. sentence.Words.Skip(scale + 1).Take(last - scale)]
                        :
                        [
                            .. sentence.Words.Where(w =>
                                w.End < inCell.Start && w.Start >= inCell.Start - inCell.Header.Length - 2
                            ),
                        ]
                )
                {
                    Header = cell?.Header ?? "",
                };
            }

            i = last;
        }
    }

    private static bool IsInDate(int word, CandidateSentence sentence) =>
        sentence.Mentions.Any(m => m.Kind == MentionKind.Date && m.First <= word && word <= m.Last);

    private static bool IsScale(Word word, LanguageProfile profile) =>
        !word.HasDigit && profile.NumberWords.Contains(word.Form);

    /// <summary>The last word of the unit or of what is counted; the number itself when there is none.</summary>
    private static int FindUnitEnd(int number, CandidateSentence sentence, LanguageProfile profile)
    {
        IReadOnlyList<Word> words = sentence.Words;
        int last = number;
        while (last - number < MaxUnitWords && Follows(last, last + 1) && IsUnit(words[last + 1]))
        {
            last++;
        }

        if (last > number || !Follows(number, number + 1))
        {
            return last;
        }

        // "31 millones de euros"
        bool isJoined = Follows(number + 1, number + 2) && profile.StopWords.Contains(words[number + 1].Form);
        return isJoined && IsUnit(words[number + 2]) ? number + 2
            : profile.StopWords.Contains(words[number + 1].Form) || words[number + 1].HasDigit ? number
            : number + 1;

        bool IsUnit(Word word) =>
            profile.ShortAnswers.Units.Contains(word.Form) || profile.ShortAnswers.DurationUnits.Contains(word.Form);

        bool Follows(int one, int next) =>
            next < words.Count
            && sentence.Text.AsSpan(words[one].End, words[next].Start - words[one].End).IsWhiteSpace();
    }
}
