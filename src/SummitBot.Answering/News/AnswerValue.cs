using Quickenshtein;
using SummitBot.Answering.Sentences;
using SummitBot.Core.Articles;
using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Language.Dates;
using SummitBot.Language.Recognition;

namespace SummitBot.Answering.News;

/// <summary>The answer that a sentence gives, in a form that can be compared with another sentence's.</summary>
internal sealed record AnswerValue
{
    /// <summary>
    /// Numbers that differ by less than this share of the larger one count as the same number, rounded.
    /// </summary>
    private const double Rounding = 0.1;

    /// <summary>Longer words that differ by at most this many letters count as two spellings of one name.</summary>
    private const int SpellingChanges = 2;

    private const int MinSpelledLength = 5;

    public required AnswerType Type { get; init; }

    /// <summary>Content words, as stems.</summary>
    public required IReadOnlyList<string> Stems { get; init; }

    /// <summary>Set when the answer is a number in digits.</summary>
    private double? Number { get; init; }

    /// <summary>What is counted: the stem of the word after the number.</summary>
    private string? Unit { get; init; }

    private DatePeriod? Period { get; init; }

    /// <summary>
    /// The one answer of the kind asked for; null when the sentence has none or several, or when the kind has no
    /// comparable values.
    /// </summary>
    public static AnswerValue? Find(AnalyzedQuestion question, CandidateSentence sentence) =>
        question.Type switch
        {
            AnswerType.Number => FindNumber(question, sentence),
            AnswerType.Date => FindDate(question, sentence),
            AnswerType.Person or AnswerType.Place => FindName(question, sentence),
            _ => null,
        };

    /// <summary>True when the two answers cannot both be right.</summary>
    public static bool Contradict(AnswerValue one, AnswerValue other) =>
        one.Type switch
        {
            AnswerType.Number => one.Unit == other.Unit && !IsSameNumber(one, other),
            AnswerType.Date => !one.Period!.Value.Overlaps(other.Period!.Value),
            _ => !one.Stems.Any(s => other.Stems.Any(t => IsSameWord(s, t))),
        };

    private static AnswerValue? FindNumber(AnalyzedQuestion question, CandidateSentence sentence)
    {
        Mention[] dates = [.. sentence.Mentions.Where(m => m.Kind == MentionKind.Date)];
        Mention[] numbers =
        [
            .. Fitting(question, sentence)
                .Where(m => !Array.Exists(dates, d => d.First <= m.Last && m.First <= d.Last)),
        ];
        if (numbers is not [var only] || IsRough(sentence, only) || only.Last + 1 >= sentence.Words.Count)
        {
            return null;
        }

        string text = sentence.Text[sentence.Words[only.First].Start..sentence.Words[only.Last].End];
        return new AnswerValue
        {
            Type = AnswerType.Number,
            Stems = GetStems(sentence, only, question.Profile),
            Number = NumberRecognizer.GetValue(text, question.Profile),
            Unit = sentence.Words[only.Last + 1].Stem,
        };
    }

    private static AnswerValue? FindDate(AnalyzedQuestion question, CandidateSentence sentence)
    {
        ArticleSummary article = sentence.Passage.Article;
        IReadOnlyList<DatePhrase> phrases = DateRecognizer.Resolve(sentence.Text, article.Language, article.Published);
        bool isOne = phrases is [{ IsOpen: false }] && sentence.Mentions.Count(m => m.Kind == MentionKind.Date) <= 1;
        return isOne
            ? new AnswerValue
            {
                Type = AnswerType.Date,
                Stems = [],
                Period = phrases[0].Period,
            }
            : null;
    }

    private static AnswerValue? FindName(AnalyzedQuestion question, CandidateSentence sentence)
    {
        // For "Where", a name after "at" or "for" may be a person; such a sentence has several possible answers.
        Mention[] names =
        [
            .. sentence
                .Mentions.Where(m => m.Kind is MentionKind.Name or MentionKind.Place)
                .Where(m => SentenceFeatureExtractor.IsNovel(m, sentence, question))
                .Where(m => !HasTime(sentence, m, question.Profile)),
        ];
        return names is [{ IsPossessive: false } only] && SentenceFeatureExtractor.GetFit(only, question.Type) >= 1
            ? new AnswerValue { Type = question.Type, Stems = GetStems(sentence, only, question.Profile) }
            : null;
    }

    private static IEnumerable<Mention> Fitting(AnalyzedQuestion question, CandidateSentence sentence) =>
        sentence.Mentions.Where(m =>
            SentenceFeatureExtractor.GetFit(m, question.Type) >= 1
            && SentenceFeatureExtractor.IsNovel(m, sentence, question)
        );

    private static bool IsRough(CandidateSentence sentence, Mention number) =>
        number.First > 0
        && NumberRecognizer.IsApproximate(sentence.Words[number.First - 1].Form, sentence.Passage.Article.Language);

    private static bool HasTime(CandidateSentence sentence, Mention mention, LanguageProfile profile) =>
        sentence
            .Words.Skip(mention.First)
            .Take(mention.Last - mention.First + 1)
            .Any(w => profile.Months.Contains(w.Form) || profile.Weekdays.Contains(w.Form));

    private static string[] GetStems(CandidateSentence sentence, Mention mention, LanguageProfile profile) =>
        [
            .. sentence
                .Words.Skip(mention.First)
                .Take(mention.Last - mention.First + 1)
                .Where(w => !profile.StopWords.Contains(w.Form) && !profile.Titles.Contains(w.Form))
                .Select(w => w.Stem),
        ];

    private static bool IsSameNumber(AnswerValue one, AnswerValue other) =>
        one.Number is { } first && other.Number is { } second
            ? Math.Abs(first - second) <= Rounding * Math.Max(first, second)
            // A number in digits cannot be compared with one in words.
            : one.Number is not null
                || other.Number is not null
                || one.Stems.SequenceEqual(other.Stems, StringComparer.Ordinal);

    private static bool IsSameWord(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal)
        || (
            Math.Min(one.Length, other.Length) >= MinSpelledLength
            && Levenshtein.GetDistance(one, other) <= SpellingChanges
        );
}
