using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SummitBot.Core.Feedback;

namespace SummitBot.Cli.Feedback;

/// <summary>Serializer of <c>feedback --json</c>: camelCase, all scripts unescaped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(JsonStringEnumConverter<Reaction>), typeof(Core.Answers.AnswerOutcomeConverter)]
)]
[JsonSerializable(typeof(FeedbackDocument[]))]
public sealed partial class FeedbackJson : JsonSerializerContext
{
    private static readonly FeedbackJson Readable = Create();

    /// <summary>One line of JSON.</summary>
    public static string Serialize(FeedbackDocument[] feedback) =>
        JsonSerializer.Serialize(feedback, Readable.FeedbackDocumentArray);

    private static FeedbackJson Create()
    {
        var options = new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        };
        options.Converters.Add(new JsonStringEnumConverter<Reaction>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new Core.Answers.AnswerOutcomeConverter());
        return new FeedbackJson(options);
    }
}
