using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Feedback;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Admin;

/// <summary>What the pages for operators have in common.</summary>
internal static class AdminMarkup
{
    /// <param name="heading">The page's heading, plain text.</param>
    /// <param name="body">What is below it.</param>
    public static Page CreatePage(AdminTexts texts, HttpContext context, string heading, Html body) =>
        new(
            $"{heading} - {texts.Title}",
            Html.From(
                $"""
                <div class="spans">{Link(context, "/admin", texts.Overview)}{Link(context, "/admin/questions", texts.Questions)}{Link(context, "/admin/sources",
                    texts.Sources
                )}<a href="/admin/evaluation.jsonl">{texts.Evaluation}</a>{User(texts, context)}</div>
                <h1>{heading}</h1>
                {body}
                """
            )
        )
        {
            Class = "admin",
            Language = texts.Language,
            IsRightToLeft = texts.IsRightToLeft,
        };

    public static Html Table(IEnumerable<string> heads, IEnumerable<Html> rows) =>
        Html.From(
            $"""
            <div class="wide" tabindex="0"><table>
            <thead><tr>{Html.Concat(heads.Select(h => Html.From($"<th scope=\"col\">{h}</th>")))}</tr></thead>
            <tbody>
            {Html.Concat(rows)}</tbody>
            </table></div>
            """
        );

    public static Html Row(params IEnumerable<string> cells) =>
        Html.From($"<tr>{Html.Concat(cells.Select(c => Html.From($"<td dir=\"auto\">{c}</td>")))}</tr>\n");

    public static string Describe(AdminTexts texts, AnswerOutcome outcome) =>
        outcome switch
        {
            AnswerOutcome.Answered => texts.Answered,
            AnswerOutcome.Offered => texts.Offered,
            AnswerOutcome.NotInCorpus => texts.Refused,
            AnswerOutcome.NeedsClarification => texts.AskedBack,
            _ => texts.Failed,
        };

    public static string Describe(AdminTexts texts, Reaction reaction) =>
        reaction == Reaction.Like ? texts.Helpful : texts.NotHelpful;

    public static string FormatConfidence(double confidence) =>
        confidence.ToString("0.00", CultureInfo.InvariantCulture);

    public static string FormatTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The text with its values in place of <c>{0}</c>, <c>{1}</c>, ...</summary>
    public static string Fill(string text, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);

    private static Html Link(HttpContext context, string address, string text)
    {
        Html current = context.Request.Path == address ? Html.From($" aria-current=\"page\"") : Html.Empty;
        return Html.From($"<a href=\"{address}\"{current}>{text}</a> ");
    }

    private static Html User(AdminTexts texts, HttpContext context) =>
        EntraSignIn.GetName(context.User) is { } user
            ? Html.From(
                $"""
                <form method="post" action="/admin/sign-out"><span>{Fill(
                    texts.SignedIn,
                    user
                )}</span> <button>{texts.SignOut}</button></form>
                """
            )
            : Html.Empty;
}
