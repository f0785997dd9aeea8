using System.Text.Encodings.Web;
using System.Text.Json;
using SummitBot.Core.Questions;

namespace SummitBot.Evaluation;

/// <summary>Writes questions as <see cref="EvaluationDataReader"/> reads them.</summary>
public static class EvaluationDataWriter
{
    private static readonly EvaluationLineJson Readable = new(
        new JsonSerializerOptions(EvaluationLineJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>One line of JSON.</summary>
    public static string Write(EvaluationQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return JsonSerializer.Serialize(
            new QuestionLine(
                question.Id,
                question.Text,
                question.Answers,
                question.DocIds,
                question.IsAnswerable,
                question.Kind,
                question.Conversation.Count == 0 ? null : [.. question.Conversation.Select(CreateLine)],
                question.Rewrite,
                question.Reference,
                question.Comment,
                question.SourceDocId
            ),
            Readable.QuestionLine
        );
    }

    private static TurnLine CreateLine(ConversationTurn turn) =>
        new(turn.Role is Speaker.User ? "user" : "assistant", turn.Text);
}
