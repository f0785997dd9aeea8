using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Core.Answers;

/// <summary>
/// Serializer options of <see cref="AnswerDocument"/>: camelCase, outcomes by name, all scripts unescaped; not safe to
/// embed in HTML.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(AnswerOutcomeConverter), typeof(AnswerKindConverter)]
)]
[JsonSerializable(typeof(AnswerDocument))]
public sealed partial class AnswerJson : JsonSerializerContext
{
    private static readonly AnswerJson Readable = Create();

    /// <summary>One line of JSON.</summary>
    public static string Serialize(AnswerDocument document) =>
        JsonSerializer.Serialize(document, Readable.AnswerDocument);

    /// <summary>Reads the output of <see cref="Serialize"/>.</summary>
    /// <exception cref="JsonException">The text is not such a document.</exception>
    public static AnswerDocument Parse(string json) =>
        JsonSerializer.Deserialize(json, Readable.AnswerDocument) ?? throw new JsonException("The answer is null.");

    /// <summary>The value as JSON has it, such as <c>notInCorpus</c>.</summary>
    public static string GetName<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static AnswerJson Create()
    {
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new AnswerOutcomeConverter());
        options.Converters.Add(new AnswerKindConverter());
        return new AnswerJson(options);
    }
}
