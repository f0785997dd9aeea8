using System.Text.Json;
using SummitBot.Core.Questions;
using SummitBot.Language.Dates;

namespace SummitBot.Cli.Asking;

/// <summary>
/// Reads <c>{"id","question","conversation":[{"role":"user|assistant","text"}]?,"asOf"?}</c>. The id is a string or a number;
/// properties of other names are ignored, and reported as <see cref="QuestionLine.Ignored"/>.
/// </summary>
public static class QuestionLineParser
{
    private const string Shape = """write it like {"id": "q1", "question": "..."}""";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "id",
        "question",
        "conversation",
        "asOf",
    };

    /// <param name="number">1-based, for messages.</param>
    /// <param name="defaults">What holds where the line does not say otherwise; its text and conversation are not used.</param>
    public static QuestionLine Parse(string line, int number, Question defaults)
    {
        string? id = null;
        string? text = null;
        IReadOnlyList<string> ignored = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Bad($"is no JSON object: {Shape}.");
            }

            // The id first: whatever else cannot be read, the caller finds the answer of this line by it.
            bool isIdReadable = TryReadId(root, out id);
            ignored = GetIgnored(root);
            text = ReadText(root, "question");
            if (!isIdReadable)
            {
                return Bad("has an id that is neither a string nor a number: correct it or leave it out.");
            }

            if (text is null)
            {
                return Bad($"has no question: {Shape}.");
            }

            if (ReadConversation(root, out List<ConversationTurn> turns) is { } turnProblem)
            {
                return Bad(turnProblem);
            }

            DateOnly? asOf = ReadAsOf(root, out string? dateProblem);
            if (dateProblem is not null)
            {
                return Bad(dateProblem);
            }

            Question question = defaults with { Text = text, Conversation = turns, AsOf = asOf ?? defaults.AsOf };
            string? error = question.Problem is { } problem ? $"Line {number}: {problem}" : null;
            return new QuestionLine(number, id, question, error) { Text = text, Ignored = ignored };
        }
        catch (JsonException)
        {
            return Bad($"is no valid JSON: {Shape}.");
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape, is valid JSON but no text.
            return Bad("holds an escape that is no character: replace the lone \\uD800 to \\uDFFF.");
        }

        QuestionLine Bad(string problem) =>
            new(number, id, null, $"Line {number} {problem}") { Text = text, Ignored = ignored };
    }

    private static string[] GetIgnored(JsonElement root) =>
        [.. root.EnumerateObject().Select(p => p.Name).Where(n => !Known.Contains(n))];

    private static bool TryReadId(JsonElement root, out string? id)
    {
        id = null;
        if (!root.TryGetProperty("id", out JsonElement element) || element.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        id = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
        return id is not null;
    }

    private static DateOnly? ReadAsOf(JsonElement root, out string? problem)
    {
        problem = null;
        if (!root.TryGetProperty("asOf", out JsonElement element) || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String)
        {
            DateOnly? day = AsOfDate.Read("asOf", element.GetString(), out problem);
            problem = problem is null ? null : $"cannot be asked: {problem}";
            return day;
        }

        problem = "has an asOf that is no text: write it like \"2023-09-13\" or leave it out.";
        return null;
    }

    /// <returns>What is wrong with it; null when nothing is.</returns>
    private static string? ReadConversation(JsonElement root, out List<ConversationTurn> turns)
    {
        turns = [];
        if (
            !root.TryGetProperty("conversation", out JsonElement conversation)
            || conversation.ValueKind == JsonValueKind.Null
        )
        {
            return null;
        }

        if (conversation.ValueKind != JsonValueKind.Array)
        {
            return """has a conversation that is no list: use [{"role": "user", "text": "..."}] or leave it out.""";
        }

        foreach (JsonElement turn in conversation.EnumerateArray())
        {
            Speaker? role = ReadText(turn, "role") switch
            {
                "user" => Speaker.User,
                "assistant" => Speaker.Assistant,
                _ => null,
            };
            if (role is null || ReadText(turn, "text") is not { } text)
            {
                return "has a turn of conversation without a role (user or assistant) or a text: give it both.";
            }

            if (text.Length > ConversationTurn.MaxLength)
            {
                return $"has a turn of conversation of {text.Length} characters: shorten it to {ConversationTurn.MaxLength} at most.";
            }

            turns.Add(new ConversationTurn(role.Value, text));
        }

        return null;
    }

    private static string? ReadText(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
