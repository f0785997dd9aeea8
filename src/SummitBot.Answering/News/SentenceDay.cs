using SummitBot.Answering.Sentences;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Dates;

namespace SummitBot.Answering.News;

/// <summary>The day that a sentence is of: the one of its entry in a dated list, else its article's day of publication.</summary>
internal static class SentenceDay
{
    /// <summary>Days that the date of an entry may span: a month.</summary>
    private const int LongestEntry = 31;

    /// <summary>Characters before the date of an entry: a bullet, a bracket.</summary>
    private const int LongestLead = 3;

    public static DateOnly? From(CandidateSentence sentence) =>
        GetEntry(sentence) ?? sentence.Passage.Article.Published;

    /// <summary>The date in the heading that it stands under, at its beginning, or in a cell of its row; null without one.</summary>
    public static DateOnly? GetEntry(CandidateSentence sentence) =>
        Start(sentence.Text, sentence.Passage.Article)
        ?? InRow(sentence)
        ?? InHeading(sentence.Passage.Passage, sentence.Passage.Article);

    /// <summary>True when the passage is, or holds, a dated entry.</summary>
    public static bool HasEntry(RetrievedPassage passage) =>
        InHeading(passage.Passage, passage.Article) is not null
        || passage.Passage.Sentences.Any(s => Start(passage.Passage.GetText(s), passage.Article) is not null);

    private static DateOnly? InHeading(Passage passage, ArticleSummary article) =>
        passage.Heading is { } heading ? DateIn(heading, article, heading.Length) : null;

    private static DateOnly? Start(string text, ArticleSummary article) => DateIn(text, article, LongestLead);

    private static DateOnly? InRow(CandidateSentence sentence) =>
        sentence
            .Row?.Cells.Select(cell => DateIn(cell.Value, sentence.Passage.Article, 0))
            .FirstOrDefault(day => day is not null);

    private static DateOnly? DateIn(string text, ArticleSummary article, int latestStart) =>
        DatePhraseFinder
            .Find(text, article.Language, anchor: null)
            .Where(p =>
                p.Kind == DatePhraseKind.Written && p.Range.Start <= latestStart && p.Period.Days <= LongestEntry
            )
            .Select(p => (DateOnly?)p.Period.Last)
            .FirstOrDefault();
}
