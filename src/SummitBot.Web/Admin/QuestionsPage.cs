using SummitBot.Core.Answers;
using SummitBot.Core.Feedback;
using SummitBot.Core.Reviews;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Admin;

/// <summary>The stored questions that fit a filter.</summary>
internal sealed record QuestionsPage(AdminTexts Texts, QuestionsQuery Query, TurnPage Found)
{
    public Html ToBody() =>
        Html.From(
            $"""
            <form class="filter" action="/admin/questions" role="search">
            <label class="words">{Texts.Words}<input name="q" type="search" value="{Query.Words}" dir="auto"></label>
            {Select("outcome", Texts.Outcome, Query.Outcome, Outcomes())}
            {Select("feedback", Texts.Feedback, Query.Judgement, Judgements())}
            {Select("channel", Texts.Channel, Query.Channel, Found.Channels.Select(c => (c, c)))}
            <label>{Texts.From}<input name="from" type="date" value="{Query.From}"></label>
            <label>{Texts.To}<input name="to" type="date" value="{Query.To}"></label>
            <button>{Texts.Find}</button>
            </form>
            {(
                Found.Turns.Count == 0
                    ? Html.From($"<p>{Texts.NothingFits}</p>")
                    : Html.From($"<ul class=\"articles\">\n{Html.Concat(Found.Turns.Select(Item))}</ul>")
            )}
            {(
                Found.Next is { } next
                    ? Html.From($"<p><a href=\"{Query.GetAddress(next)}\">{Texts.Older}</a></p>")
                    : Html.Empty
            )}
            """
        );

    private IEnumerable<(string Value, string Text)> Outcomes() =>
        Enum.GetValues<AnswerOutcome>().Select(o => (AnswerJson.GetName(o), AdminMarkup.Describe(Texts, o)));

    private IEnumerable<(string Value, string Text)> Judgements() =>
        Enum.GetValues<Judgement>()
            .Select(j =>
                (
                    AnswerJson.GetName(j),
                    j switch
                    {
                        Judgement.Liked => Texts.Helpful,
                        Judgement.Disliked => Texts.NotHelpful,
                        Judgement.Commented => Texts.Commented,
                        _ => Texts.Marked,
                    }
                )
            );

    private Html Select(string name, string label, string? chosen, IEnumerable<(string Value, string Text)> options) =>
        Html.From(
            $"""
            <label>{label}<select name="{name}"><option value="">{Texts.Any}</option>{Html.Concat(
                options.Select(o =>
                    Html.From(
                        $"<option value=\"{o.Value}\"{(o.Value == chosen ? Html.From($" selected") : Html.Empty)}>{o.Text}</option>"
                    )
                )
            )}</select></label>
            """
        );

    private Html Item(ReviewedTurn reviewed) =>
        Html.From(
            $"""
            <li><a href="{ConversationPage.GetAddress(reviewed.Number)}" dir="auto">{reviewed.Turn.Answer.Question}</a>
            {Facts(Texts, reviewed)}</li>

            """
        );

    /// <summary>When and where the question was asked, what came of it, and what people think of it.</summary>
    public static Html Facts(AdminTexts texts, ReviewedTurn reviewed)
    {
        AnswerDocument answer = reviewed.Turn.Answer;
        List<string> facts =
        [
            reviewed.Turn.Conversation.Channel,
            AdminMarkup.Describe(texts, answer.Outcome),
            $"{texts.Confidence}: {AdminMarkup.FormatConfidence(answer.Confidence)}",
        ];
        foreach (IGrouping<Reaction, AnswerFeedback> given in reviewed.Feedback.GroupBy(f => f.Reaction))
        {
            string text = AdminMarkup.Describe(texts, given.Key);
            facts.Add(given.Count() == 1 ? text : $"{text} × {given.Count()}");
        }

        if (reviewed.Correction is not null)
        {
            facts.Add(texts.Marked);
        }

        return Html.From(
            $"""
            <p class="origin"><time dir="ltr">{AdminMarkup.FormatTime(reviewed.Turn.AskedAt)}</time>{Html.Concat(
                facts.Select(f => Html.From($" <span>{f}</span>"))
            )}</p>
            """
        );
    }
}
