using System.Globalization;
using SummitBot.Core.Articles;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Answers;

/// <summary>The plain text of an answer.</summary>
public static class AnswerText
{
    /// <summary>The sentences in order, each followed by its marks: <c>He came by train. [1] They talked. [2]</c>.</summary>
    public static string From(IReadOnlyList<AnswerSentence> sentences) =>
        string.Join(' ', sentences.Select(s => $"{s.Text} {string.Concat(s.Citations.Select(FormatMark))}"));

    /// <summary>
    /// The positions of the citation marks in the answer's text, in order, with their numbers. Other text that looks
    /// like a mark belongs to a sentence, such as a footnote of an article.
    /// </summary>
    public static IEnumerable<(int Number, TextRange Range)> MarksIn(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        int from = 0;
        foreach (AnswerSentence sentence in answer.Sentences)
        {
            string marked = From([sentence]);
            int at = answer.Text.IndexOf(marked, from, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            from = at + sentence.Text.Length + 1;
            foreach (int number in sentence.Citations)
            {
                var range = new TextRange(from, from + FormatMark(number).Length);
                yield return (number, range);
                from = range.End;
            }
        }
    }

    /// <summary>
    /// Both sides, each after the date and title of its source: <c>The articles disagree: (2023-09-13, Summit) He came
    /// by train. [1] (2019-04-27, First meeting) He flew. [2]</c>.
    /// </summary>
    /// <param name="language">ISO 639-1 code of the question.</param>
    public static string FromConflict(CheckedDraft draft, string language)
    {
        ArgumentNullException.ThrowIfNull(draft);
        IEnumerable<string> sides = FormatSides(draft.Sentences, draft.Citations);
        return $"{Phrases.For(language).Conflict} {string.Join(' ', sides)}";
    }

    /// <summary>Each sentence with its marks, after the date and title of its source.</summary>
    public static IEnumerable<string> FormatSides(
        IReadOnlyList<AnswerSentence> sentences,
        IReadOnlyList<Citation> citations
    ) => sentences.Select(s => $"({FormatSource(s, citations)}) {From([s])}");

    private static string FormatMark(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");

    private static string FormatSource(AnswerSentence sentence, IReadOnlyList<Citation> citations)
    {
        ArticleSummary article = citations.First(c => c.Number == sentence.Citations[0]).Article;
        return article.Published is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}, {article.Title}")
            : article.Title;
    }

    /// <summary>"The articles don't say", or that they are in another language, with the nearest articles.</summary>
    /// <param name="language">ISO 639-1 code of the question.</param>
    /// <param name="otherLanguage">That of the articles when it differs.</param>
    public static string FromRefusal(
        IReadOnlyList<ArticleSummary> closest,
        string language,
        string? otherLanguage = null
    )
    {
        var phrases = Phrases.For(language);
        IEnumerable<string> titles = closest.Select(a => a.Title);
        return (otherLanguage, closest.Count) switch
        {
            (null, 0) => phrases.NothingFound,
            (null, _) => phrases.RefusalWithClosest(titles),
            ({ } other, 0) => phrases.OtherLanguage(other),
            ({ } other, _) => $"{LeadOfRefusal(closest, language, other)} {phrases.Join(titles)}",
        };
    }

    /// <summary>The sentences, after a yes or no if they settle what the question states.</summary>
    /// <param name="confirms">Null for neither.</param>
    /// <param name="language">ISO 639-1 code of the question.</param>
    public static string FromVerdict(bool? confirms, IReadOnlyList<AnswerSentence> sentences, string language)
    {
        string text = From(sentences);
        return confirms is { } isSo
            ? $"{(isSo ? Phrases.For(language).Confirmed : Phrases.For(language).Denied)} {text}"
            : text;
    }

    /// <summary>Passages that may answer, each on its own line with its mark.</summary>
    /// <param name="language">ISO 639-1 code of the question.</param>
    public static string FromOffers(IReadOnlyList<AnswerSentence> offers, string language) =>
        string.Join('\n', offers.Select(o => $"- {From([o])}").Prepend(Phrases.For(language).PassagesOffered));

    /// <summary>The items of a list, each on its own line with its mark.</summary>
    public static string FromItems(IReadOnlyList<AnswerSentence> items) =>
        string.Join('\n', items.Select(i => $"- {From([i])}"));

    /// <summary>The text above the list of closest articles; null when there are none.</summary>
    /// <param name="language">ISO 639-1 code of the question.</param>
    /// <param name="otherLanguage">That of the articles when it differs.</param>
    public static string? LeadOfRefusal(
        IReadOnlyList<ArticleSummary> closest,
        string language,
        string? otherLanguage = null
    )
    {
        var phrases = Phrases.For(language);
        return closest.Count == 0 ? null
            : otherLanguage is { } other ? $"{phrases.OtherLanguage(other)} {phrases.Closest}"
            : phrases.RefusalHeading;
    }

    /// <summary>A heading, and below it a line for each article with its title and date.</summary>
    public static string FromList(string heading, IReadOnlyList<ArticleSummary> articles) =>
        string.Join('\n', articles.Select(a => $"- {TitleAndDate(a)}").Prepend(heading));

    private static string TitleAndDate(ArticleSummary article) =>
        article.Published is { } date
            ? string.Create(CultureInfo.InvariantCulture, $"{article.Title} ({date:yyyy-MM-dd})")
            : article.Title;
}
