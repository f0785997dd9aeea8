using System.Globalization;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;
using SummitBot.Web.Corpus;
using SummitBot.Web.Markup;

namespace SummitBot.Web.Admin;

/// <summary>The report as a page.</summary>
/// <param name="Topics">The refused questions by topic.</param>
/// <param name="Index">Null when there is no readable index.</param>
public sealed record OperatorPage(
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

    /// <summary>Who has signed in; null for those who came with the key or sit at the machine.</summary>
    public string? User { get; init; }

    public Page ToPage() =>
        new(
            "For operators",
            Html.From(
                $"""
                <h1>What people ask</h1>
                <p class="spans">{Html.Concat(
                    Spans.Select(Span)
                )} <span>Export: <a href="/admin/export.csv?days={Days}">CSV</a> <a href="/admin/export.json?days={Days}">JSON</a></span></p>
                {Figures()}
                <h2>Questions a day</h2>
                {DayChart.Render(Report.ByDay())}
                <h2>How long answers take</h2>
                {LatencyChart.Render(Report.Turns)}
                <h2>What the articles lack</h2>
                {Refusals()}
                <h2>Feedback</h2>
                {Feedback()}
                <h2>The last questions</h2>
                {Questions()}
                {(User is null ? Html.Empty : Html.From($"<p>Signed in as {User}. <a href=\"/admin/sign-out\">Sign out</a></p>"))}
                """
            )
        )
        {
            Class = "admin",
        };

    private Html Span(int days) =>
        Html.From(
            $"<a href=\"/admin?days={days}\"{(days == Days ? Html.From($" aria-current=\"page\"") : Html.Empty)}>{days} d</a> "
        );

    private Html Figures()
    {
        int likes = Report.Feedback?.Count(f => f.Feedback.Reaction == Reaction.Like) ?? 0;
        int dislikes = (Report.Feedback?.Count ?? 0) - likes;
        string index = Index is null
            ? "not ready"
            : Invariant(
                $"{Index.Articles} articles, {Index.Passages} passages, {Index.CommittedAt:yyyy-MM-dd HH:mm} UTC"
            );
        return Html.From(
            $"""
            <dl class="figures">
            {Figure("questions", Invariant($"{Report.Turns.Count:N0}"))}
            {Figure("answered", Share(Report.Answered))}
            {Figure("passages offered", Share(Report.Offered))}
            {Figure("refused", Share(Report.Refused.Count))}
            {Figure("median time", Time(Report.Latency(50)))}
            {Figure("95th percentile", Time(Report.Latency(95)))}
            {Figure("helpful / not", Report.Feedback is null ? "unknown" : Invariant($"{likes} / {dislikes}"))}
            </dl>
            <p>Index: {index}.</p>
            """
        );
    }

    private Html Refusals() =>
        Topics.Count == 0
            ? Html.From($"<p>Nothing was refused.</p>")
            : Html.From($"<ul class=\"topics\">\n{Html.Concat(Topics.Take(TopicsShown).Select(Topic))}</ul>");

    private static Html Topic(RefusalTopic topic) =>
        Html.From(
            $"""
            <li><strong dir="auto">{topic.Word ?? "Other"}</strong> <span class="count">{topic.Turns.Count}</span>
            <ul>{Html.Concat(
                topic.Turns.Take(QuestionsOfTopicShown).Select(t => Html.From($"<li dir=\"auto\">{t.Answer.Question}</li>"))
            )}</ul></li>

            """
        );

    private Html Feedback() =>
        Report.Feedback switch
        {
            null => Html.From($"<p>The feedback cannot be read now: the host's log has the cause.</p>"),
            { Count: 0 } => Html.From($"<p>Nobody has given any.</p>"),
            var feedback => Table(
                ["When (UTC)", "Answer was", "Question", "Comment"],
                feedback
                    .Take(FeedbackShown)
                    .Select(f =>
                        Row(
                            FormatTime(f.Feedback.GivenAt),
                            f.Feedback.Reaction == Reaction.Like ? "helpful" : "not helpful",
                            f.Turn?.Answer.Question ?? "(no longer kept)",
                            f.Feedback.Comment ?? ""
                        )
                    )
            ),
        };

    private Html Questions() =>
        Report.Turns.Count == 0
            ? Html.From($"<p>Nobody has asked anything.</p>")
            : Table(
                ["When (UTC)", "Channel", "Question", "Outcome", "Confidence", "Time"],
                Report.Turns.Take(TurnsShown).Select(Row)
            );

    private static Html Row(AnsweredTurn turn) =>
        Row(
            FormatTime(turn.AskedAt),
            turn.Conversation.Channel,
            turn.Answer.Question,
            FormatOutcome(turn.Answer),
            turn.Answer.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
            Time(turn.Answer.ElapsedMs)
        );

    private static string FormatOutcome(AnswerDocument answer) =>
        answer.Outcome switch
        {
            AnswerOutcome.Answered => "answered",
            AnswerOutcome.Offered => "passages offered",
            AnswerOutcome.NotInCorpus => "refused",
            AnswerOutcome.NeedsClarification => "asked back",
            _ => "failed",
        };

    private static Html Table(string[] heads, IEnumerable<Html> rows) =>
        Html.From(
            $"""
            <div class="wide" tabindex="0"><table>
            <thead><tr>{Html.Concat(heads.Select(h => Html.From($"<th scope=\"col\">{h}</th>")))}</tr></thead>
            <tbody>
            {Html.Concat(rows)}</tbody>
            </table></div>
            """
        );

    private static Html Row(params string[] cells) =>
        Html.From($"<tr>{Html.Concat(cells.Select(c => Html.From($"<td dir=\"auto\">{c}</td>")))}</tr>\n");

    private static Html Figure(string name, string value) => Html.From($"<div><dd>{value}</dd><dt>{name}</dt></div>");

    private string Share(int count) =>
        Report.Turns.Count == 0 ? "–" : Invariant($"{100.0 * count / Report.Turns.Count:0} %");

    private static string Time(double? milliseconds) => milliseconds is { } time ? Invariant($"{time:N0} ms") : "–";

    private static string FormatTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
