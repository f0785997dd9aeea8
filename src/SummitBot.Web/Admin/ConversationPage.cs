using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Feedback;
using SummitBot.Core.Reviews;
using SummitBot.Web.Markup;
using SummitBot.Web.Pages;

namespace SummitBot.Web.Admin;

/// <summary>A conversation, with the form that marks one of its answers as wrong.</summary>
/// <param name="Turns">Oldest first; there may be more before and after them.</param>
/// <param name="Chosen">The number of the turn that may be marked.</param>
/// <param name="Candidates">Articles that may answer its question.</param>
internal sealed record ConversationPage(
    AdminTexts Texts,
    IReadOnlyList<ReviewedTurn> Turns,
    long Chosen,
    IReadOnlyList<ArticleSummary> Candidates
)
{
    public const string ArticleField = "article";
    public const string AnswerField = "answer";
    public const int MaxAnswerLength = 300;

    /// <summary>More turns before and after the chosen one are on other pages.</summary>
    public const int TurnsAround = 20;

    /// <summary>The words that the articles were searched for.</summary>
    public required string Words { get; init; }

    /// <summary>Why the answer was not marked; null when there was nothing to say.</summary>
    public string? Problem { get; init; }

    /// <summary>The page of a turn's conversation, at the turn.</summary>
    public static string GetAddress(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"/admin/turns/{number}#turn-{number}");

    public Html ToBody()
    {
        int chosen = Turns.Count(t => t.Number < Chosen);
        return Html.From(
            $"""
            {Neighbour(Texts.Earlier, chosen == TurnsAround ? Turns[0] : null)}
            {Html.Concat(Turns.Select(Section))}
            {Neighbour(Texts.Later, Turns.Count - chosen > TurnsAround ? Turns[^1] : null)}
            """
        );
    }

    private static Html Neighbour(string text, ReviewedTurn? turn) =>
        turn is null ? Html.Empty : Html.From($"<p><a href=\"{GetAddress(turn.Number)}\">{text}</a></p>");

    private Html Section(ReviewedTurn reviewed)
    {
        AnswerDocument answer = reviewed.Turn.Answer;
        return Html.From(
            $"""
            <section class="turn" id="turn-{Number(reviewed)}">
            <h2 dir="auto">{answer.Question}</h2>
            <p class="said" dir="auto">{answer.Text}</p>
            {QuestionsPage.Facts(Texts, reviewed)}
            {Citations(answer.Citations)}
            {Html.Concat(reviewed.Feedback.Where(f => f.Comment is not null).Select(Comment))}
            {(reviewed.Correction is { } correction ? Marked(reviewed, correction) : Html.Empty)}
            {(
                answer.Kind == AnswerKind.SmallTalk ? Html.Empty
                : reviewed.Number == Chosen ? Form(reviewed)
                : Html.From($"<p><a href=\"{GetAddress(reviewed.Number)}\">{Texts.Mark}</a></p>")
            )}
            </section>

            """
        );
    }

    private Html Citations(IReadOnlyList<CitationDocument> citations) =>
        citations is not { Count: > 0 }
            ? Html.Empty
            : Html.From(
                $"""
                <h3>{Texts.SourcesOfAnswer}</h3>
                <ol class="articles found">
                {Html.Concat(citations.Select(Citation))}</ol>
                """
            );

    private static Html Citation(CitationDocument citation) =>
        Html.From(
            $"""
            <li dir="auto">[{citation.Number}] <a href="/articles/{Uri.EscapeDataString(
                citation.ArticleId
            )}?start={citation.Start}&amp;end={citation.End}#cited">{citation.Title}</a>
            <p>{citation.Quote}</p></li>

            """
        );

    private Html Comment(AnswerFeedback given) =>
        Html.From($"<p dir=\"auto\">{AdminMarkup.Describe(Texts, given.Reaction)}: “{given.Comment}”</p>\n");

    private Html Marked(ReviewedTurn reviewed, Correction correction)
    {
        string right = correction.ArticleId is null ? Texts.NoArticle : string.Join(": ", Names(correction));
        return Html.From(
            $"""
            <form class="marked" method="post" action="/admin/turns/{Number(reviewed)}/undo">
            <span dir="auto">{AdminMarkup.Fill(Texts.MarkedWith, right)}</span> <button>{Texts.Undo}</button>
            </form>
            """
        );
    }

    private static IEnumerable<string> Names(Correction correction) =>
        new[] { correction.ArticleId, correction.Answer }.OfType<string>();

    private Html Form(ReviewedTurn reviewed) =>
        Html.From(
            $"""
            <div class="mark">
            <h3>{Texts.Mark}</h3>
            <form action="/admin/turns/{Number(reviewed)}#turn-{Number(reviewed)}" role="search">
            <label for="q">{Texts.FindArticle}</label>
            <input id="q" name="q" type="search" value="{Words}" maxlength="{ArticleSearch.MaxWordsLength}" dir="auto">
            <button>{Texts.Find}</button>
            </form>
            <form method="post" action="/admin/turns/{Number(reviewed)}/correct">
            <fieldset><legend>{Texts.WhichArticle}</legend>
            {Html.Concat(
                Candidates.Select(Choice)
            )}<label><input type="radio" name="{ArticleField}" value="" required><span>{Texts.NoArticle}</span></label>
            </fieldset>
            <label for="answer">{Texts.RightAnswer}</label>
            <input id="answer" name="{AnswerField}" maxlength="{MaxAnswerLength}" dir="auto" autocomplete="off">
            <button>{Texts.Mark}</button>
            </form>
            {(Problem is null ? Html.Empty : Html.From($"<p role=\"alert\">{Problem}</p>"))}
            </div>
            """
        );

    private static Html Choice(ArticleSummary article) =>
        Html.From(
            $"""
            <label><input type="radio" name="{ArticleField}" value="{article.Id.Value}" required><span dir="auto">{ArticleLink.Content(
                article
            )}</span></label>

            """
        );

    private static string Number(ReviewedTurn reviewed) => reviewed.Number.ToString(CultureInfo.InvariantCulture);
}
