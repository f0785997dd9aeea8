using System.Globalization;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Web.Corpus;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Admin;

/// <summary>The report of some days.</summary>
/// <param name="Topics">The refused questions by topic.</param>
/// <param name="Index">Null when there is no readable index.</param>
public sealed record OperatorPage(
    AdminTexts Texts,
    OperatorReport Report,
    IReadOnlyList<RefusalTopic> Topics,
    IndexSnapshot? Index,
    int Days
)
{
    private const int TurnsShown = 50;
    private const int TopicsShown = 20;
    private const int QuestionsOfTopicShown = 5;
    private const int FeedbackShown = 30;
    private static readonly int[] Spans = [1, 7, 14, 30, 90];

    public Html ToBody() =>
        Html.From(
            $"""
            <p class="spans">{Html.Concat(
                Spans.Select(Span)
            )} <span>{Texts.Export} <a href="/admin/export.csv?days={Days}">CSV</a> <a href="/admin/export.json?days={Days}">JSON</a></span></p>
            {Figures()}
            <h2>{Texts.PerDay}</h2>
            {DayChart.Render(Texts, Report.ByDay())}
            <h2>{Texts.Latency}</h2>
            {LatencyChart.Render(Texts, Report.Turns)}
            <h2>{Texts.Gaps}</h2>
            {Refusals()}
            <h2>{Texts.Feedback}</h2>
            {Feedback()}
            <h2>{Texts.Last}</h2>
            {Questions()}
            """
        );

    private Html Span(int days) =>
        Html.From(
            $"<a href=\"/admin?days={days}\"{(days == Days ? Html.From($" aria-current=\"page\"") : Html.Empty)}>{AdminMarkup.Fill(Texts.Days, days)}</a> "
        );

    private Html Figures()
    {
        int likes = Report.Feedback?.Count(f => f.Feedback.Reaction == Reaction.Like) ?? 0;
        int dislikes = (Report.Feedback?.Count ?? 0) - likes;
        string index = Index is null
            ? Texts.IndexNotReady
            : AdminMarkup.Fill(
                Texts.IndexFigures,
                Index.Articles,
                Index.Passages,
                AdminMarkup.FormatTime(Index.CommittedAt)
            );
        return Html.From(
            $"""
            <dl class="figures">
            {Figure(Texts.QuestionCount, Invariant($"{Report.Turns.Count:N0}"))}
            {Figure(Texts.Answered, Share(Report.Answered))}
            {Figure(Texts.Offered, Share(Report.Offered))}
            {Figure(Texts.Refused, Share(Report.Refused.Count))}
            {Figure(Texts.MedianTime, Time(Report.Latency(50)))}
            {Figure(Texts.SlowTime, Time(Report.Latency(95)))}
            {Figure(Texts.HelpfulOrNot, Report.Feedback is null ? Texts.Unknown : Invariant($"{likes} / {dislikes}"))}
            </dl>
            <p>{AdminMarkup.Fill(Texts.Index, index)}</p>
            """
        );
    }

    private Html Refusals() =>
        Topics.Count == 0
            ? Html.From($"<p>{Texts.NothingRefused}</p>")
            : Html.From($"<ul class=\"topics\">\n{Html.Concat(Topics.Take(TopicsShown).Select(Topic))}</ul>");

    private Html Topic(RefusalTopic topic) =>
        Html.From(
            $"""
            <li><strong dir="auto">{topic.Word ?? Texts.Other}</strong> <span class="count">{topic.Turns.Count}</span>
            <ul>{Html.Concat(
                topic.Turns.Take(QuestionsOfTopicShown).Select(t => Html.From($"<li dir=\"auto\">{t.Answer.Question}</li>"))
            )}</ul></li>

            """
        );

    private Html Feedback() =>
        Report.Feedback switch
        {
            null => Html.From($"<p>{Texts.FeedbackUnreadable}</p>"),
            { Count: 0 } => Html.From($"<p>{Texts.NoFeedback}</p>"),
            var feedback => AdminMarkup.Table(
                [Texts.When, Texts.AnswerWas, Texts.Question, Texts.Comment],
                feedback
                    .Take(FeedbackShown)
                    .Select(f =>
                        AdminMarkup.Row(
                            AdminMarkup.FormatTime(f.Feedback.GivenAt),
                            AdminMarkup.Describe(Texts, f.Feedback.Reaction),
                            f.Turn?.Answer.Question ?? Texts.NotKept,
                            f.Feedback.Comment ?? ""
                        )
                    )
            ),
        };

    private Html Questions() =>
        Report.Turns.Count == 0
            ? Html.From($"<p>{Texts.NothingAsked}</p>")
            : AdminMarkup.Table(
                [Texts.When, Texts.Channel, Texts.Question, Texts.Outcome, Texts.Confidence, Texts.Time],
                Report.Turns.Take(TurnsShown).Select(Row)
            );

    private Html Row(AnsweredTurn turn) =>
        AdminMarkup.Row(
            AdminMarkup.FormatTime(turn.AskedAt),
            turn.Conversation.Channel,
            turn.Answer.Question,
            AdminMarkup.Describe(Texts, turn.Answer.Outcome),
            AdminMarkup.FormatConfidence(turn.Answer.Confidence),
            Time(turn.Answer.ElapsedMs)
        );

    private static Html Figure(string name, string value) => Html.From($"<div><dd>{value}</dd><dt>{name}</dt></div>");

    private string Share(int count) =>
        Report.Turns.Count == 0 ? "–" : Invariant($"{100.0 * count / Report.Turns.Count:0} %");

    private static string Time(double? milliseconds) => milliseconds is { } time ? Invariant($"{time:N0} ms") : "–";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
