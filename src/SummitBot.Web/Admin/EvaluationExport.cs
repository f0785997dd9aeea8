using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SummitBot.Core.Answers;
using SummitBot.Core.Asking;
using SummitBot.Core.Reviews;

namespace SummitBot.Web.Admin;

/// <summary>Corrected answers as questions that <c>summitbot eval</c> reads.</summary>
internal static class EvaluationExport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new AnswerOutcomeConverter() },
    };

    /// <summary>A JSON object on each line, as <c>queries.jsonl</c> has it; empty without corrections.</summary>
    public static string ToJsonLines(IEnumerable<CorrectedTurn> corrected) =>
        string.Concat(corrected.Select(c => JsonSerializer.Serialize(CreateLine(c), Json) + "\n"));

    private static object CreateLine(CorrectedTurn corrected)
    {
        ReviewedTurn reviewed = corrected.Reviewed;
        Correction right = reviewed.Correction!;
        return new
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"marked-{reviewed.Number}"),
            reviewed.Turn.Answer.Question,
            Answers = right.Answer is null ? [] : new[] { right.Answer },
            DocIds = right.ArticleId is null ? [] : new[] { right.ArticleId },
            Answerable = right.ArticleId is not null,
            Kind = "marked",
            Conversation = corrected.Earlier.Count == 0
                ? null
                : corrected.Earlier.SelectMany(t => t.Said).Select(AskTurn.From).ToArray(),
        };
    }
}
