using System.Text.Json;
using SummitBot.Core.Asking;
using SummitBot.Core.Questions;

namespace SummitBot.Cli.Asking;

/// <summary>
/// Reads an <see cref="AskRequest"/>; properties of other names are ignored, and reported as
/// <see cref="QuestionLine.Ignored"/>.
/// </summary>
public static class QuestionLineParser
{
    private const string Shape = """write it like {"id": "q1", "question": "..."}""";

    /// <param name="number">1-based, for messages.</param>
    /// <param name="defaults">Applies to everything that the line does not set; its text and conversation are not
    /// used.</param>
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
                return Bad($" is no JSON object: {Shape}.");
            }

            // The id is read first, so that the caller can match the answer even if the rest cannot be read.
            bool isIdReadable = TryReadId(root, out id);
            text = ReadText(root, "question");
            if (!isIdReadable)
            {
                return Bad(" has an id that is neither a string nor a number: correct it or leave it out.");
            }

            if (text is null)
            {
                return Bad($" has no question: {Shape}.");
            }

            AskRequest request = root.Deserialize(AskJson.Default.AskRequest)!;
            ignored = [.. request.Others?.Keys ?? []];
            return request.TryCreateQuestion(defaults, out Question? question, out string? problem)
                ? new QuestionLine(number, id, question, null) { Text = text, Ignored = ignored }
                : Bad($": {problem}");
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape, is valid JSON but no text.
            return Bad(" holds an escape that is no character: replace the lone \\uD800 to \\uDFFF.");
        }
        catch (JsonException wrong) when (text is not null)
        {
            return Bad(
                $" has a value that does not belong there, {wrong.Path?.TrimStart('$', '.')}: correct it or leave it out."
            );
        }
        catch (JsonException)
        {
            return Bad($" is no valid JSON: {Shape}.");
        }

        QuestionLine Bad(string problem) =>
            new(number, id, null, $"Line {number}{problem}") { Text = text, Ignored = ignored };
    }

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

    private static string? ReadText(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
