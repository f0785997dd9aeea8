using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SummitBot.Core.Answers;
using SummitBot.Core.Conversations;
using SummitBot.Core.Feedback;

namespace SummitBot.Web.Admin;

/// <summary>Exports the questions of a report for other programs, one record for each question.</summary>
public static class OperatorExport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly string[] Columns =
    [
        "askedAt",
        "channel",
        "conversation",
        "question",
        "outcome",
        "kind",
        "confidence",
        "elapsedMs",
        "writer",
        "articles",
        "reaction",
        "comment",
    ];

    /// <summary>A JSON array of objects with the columns of <see cref="ToCsv"/> and the answer's text.</summary>
    public static string ToJson(OperatorReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(
            report
                .TurnsWithFeedback()
                .Select(t => new
                {
                    t.Turn.AskedAt,
                    t.Turn.Conversation.Channel,
                    Conversation = t.Turn.Conversation.Id,
                    t.Turn.Answer.Question,
                    Outcome = AnswerJson.GetName(t.Turn.Answer.Outcome),
                    Kind = AnswerJson.GetName(t.Turn.Answer.Kind),
                    t.Turn.Answer.Confidence,
                    t.Turn.Answer.ElapsedMs,
                    t.Turn.Answer.Writer,
                    t.Turn.Answer.Text,
                    Articles = GetArticles(t.Turn),
                    Reaction = t.Feedback is null ? null : AnswerJson.GetName(t.Feedback.Reaction),
                    t.Feedback?.Comment,
                }),
            Json
        );
    }

    /// <summary>RFC 4180, with a byte order mark and with formulas escaped, for spreadsheet programs.</summary>
    public static string ToCsv(OperatorReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var csv = new StringBuilder("\uFEFF").AppendJoin(',', Columns).Append("\r\n");
        foreach ((AnsweredTurn turn, AnswerFeedback? feedback) in report.TurnsWithFeedback())
        {
            string[] cells =
            [
                turn.AskedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                turn.Conversation.Channel,
                turn.Conversation.Id,
                turn.Answer.Question,
                AnswerJson.GetName(turn.Answer.Outcome),
                AnswerJson.GetName(turn.Answer.Kind),
                turn.Answer.Confidence.ToString(CultureInfo.InvariantCulture),
                turn.Answer.ElapsedMs.ToString(CultureInfo.InvariantCulture),
                turn.Answer.Writer,
                string.Join(' ', GetArticles(turn)),
                feedback is null ? "" : AnswerJson.GetName(feedback.Reaction),
                feedback?.Comment ?? "",
            ];
            csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return csv.ToString();
    }

    private static string[] GetArticles(AnsweredTurn turn) =>
        [.. turn.Answer.Citations.Select(c => c.ArticleId).Distinct(StringComparer.Ordinal)];

    /// <summary>A cell that a spreadsheet would evaluate gets an apostrophe in front.</summary>
    private static string Cell(string text)
    {
        string safe = IsFormula(text) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>
    /// Full-width and small forms count as their plain character, and invisible characters before it are ignored.
    /// </summary>
    private static bool IsFormula(string text)
    {
        Rune first = text.EnumerateRunes().FirstOrDefault(r => !IsInvisible(r));
        return "=+-@".Contains(first.ToString().Normalize(NormalizationForm.FormKC)[0], StringComparison.Ordinal)
            || text.StartsWith('\t')
            || text.StartsWith('\r')
            || text.StartsWith('\n');
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
