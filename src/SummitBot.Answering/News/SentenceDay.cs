using SummitBot.Answering.Sentences;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Dates;
using SummitBot.Language.Recognition;

namespace SummitBot.Answering.News;

/// <summary>
/// The day of a sentence: the date of its entry in a dated list, otherwise its article's publication date.
/// </summary>
internal static class SentenceDay
{
    /// <summary>Maximum length in days of the period that dates an entry: a month.</summary>
    private const int MaxEntryDays = 31;

    /// <summary>Maximum number of characters before an entry's date: a bullet, a bracket.</summary>
    private const int MaxLeadLength = 3;

    public static DateOnly? From(CandidateSentence sentence) =>
        GetEntry(sentence) ?? sentence.Passage.Article.Published;

    /// <summary>The date in its heading, at its beginning, or in a cell of its row; null when there is none.</summary>
    public static DateOnly? GetEntry(CandidateSentence sentence) =>
        Start(sentence.Text, sentence.Passage.Article)
        ?? InRow(sentence)
        ?? InHeading(sentence.Passage.Passage, sentence.Passage.Article);

    /// <summary>True when the passage is a dated entry or contains one.</summary>
    public static bool HasEntry(RetrievedPassage passage) =>
        InHeading(passage.Passage, passage.Article) is not null
        || passage.Passage.Sentences.Any(s => Start(passage.Passage.GetText(s), passage.Article) is not null);

    private static DateOnly? InHeading(Passage passage, ArticleSummary article) =>
        passage.Heading is { } heading ? DateIn(heading, article, heading.Length) : null;

    private static DateOnly? Start(string text, ArticleSummary article) => DateIn(text, article, MaxLeadLength);

    private static DateOnly? InRow(CandidateSentence sentence) =>
        sentence
            .Row?.Cells.Select(cell => DateIn(cell.Value, sentence.Passage.Article, 0))
            .FirstOrDefault(day => day is not null);

    private static DateOnly? DateIn(string text, ArticleSummary article, int latestStart) =>
        DateRecognizer
            .Resolve(text, article.Language, anchor: null)
            .Where(p =>
                p.Kind == DatePhraseKind.Written && p.Range.Start <= latestStart && p.Period.Days <= MaxEntryDays
            )
            .Select(p => (DateOnly?)p.Period.Last)
            .FirstOrDefault();
}
