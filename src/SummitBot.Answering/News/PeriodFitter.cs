using SummitBot.Answering.Sentences;
using SummitBot.Core.Articles;
using SummitBot.Language.Dates;
using SummitBot.Language.Recognition;

namespace SummitBot.Answering.News;

/// <summary>
/// Checks whether a sentence is about the time asked for; dates without a year are resolved by the article's
/// publication date.
/// </summary>
internal static class PeriodFitter
{
    public static PeriodFit GetFit(QuestionTime time, CandidateSentence sentence)
    {
        if ((time.Before ?? time.After) is { } limit)
        {
            return SentenceDay.GetEntry(sentence) is not { } entry ? PeriodFit.Unknown
                : (time.Before is null ? entry > limit : entry < limit) ? PeriodFit.Inside
                : PeriodFit.Outside;
        }

        if (time.Period is not { } asked)
        {
            return PeriodFit.Unknown;
        }

        ArticleSummary article = sentence.Passage.Article;
        IReadOnlyList<DatePhrase> own = TimesIn(sentence.Text, article);
        if (own.Where(p => p.Period.Overlaps(asked)).ToArray() is { Length: > 0 } fitting)
        {
            return fitting.Any(p => p.Kind == DatePhraseKind.Written)
                ? PeriodFit.Inside
                : PeriodFit.InsideByPublication;
        }

        if (own.Count == 0 && IsNear(asked, sentence))
        {
            return PeriodFit.Inside;
        }

        bool isOfThatTime = article.Published is { } day && asked.Contains(day);
        if (isOfThatTime)
        {
            return own.Count == 0 ? PeriodFit.InsideByPublication : PeriodFit.Unknown;
        }

        bool isDated = article.Published is not null || (own.Count > 0 && !time.IsRelative);
        return isDated && !Names(asked, sentence.Passage.Passage.Text, article) ? PeriodFit.Outside : PeriodFit.Unknown;
    }

    private static bool IsNear(DatePeriod asked, CandidateSentence sentence)
    {
        ArticleSummary article = sentence.Passage.Article;
        return Names(asked, sentence.Previous?.Text, article)
            || Names(asked, sentence.Next?.Text, article)
            || Names(asked, sentence.Passage.Passage.Heading, article)
            || Names(asked, article.Title, article);
    }

    private static bool Names(DatePeriod asked, string? text, ArticleSummary article) =>
        text is not null && TimesIn(text, article).Any(p => p.Period.Overlaps(asked));

    private static IReadOnlyList<DatePhrase> TimesIn(string text, ArticleSummary article) =>
        DateRecognizer.Resolve(text, article.Language, article.Published);
}
