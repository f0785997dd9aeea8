using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Cli.Diagnosis;

/// <summary>Serializer of <c>doctor --json</c>: camelCase, all scripts unescaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FindingDocument))]
internal sealed partial class DoctorJson : JsonSerializerContext
{
    private static readonly DoctorJson Readable = new(
        new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        }
    );

    /// <summary>One line of JSON.</summary>
    public static string Serialize(FindingDocument finding) =>
        JsonSerializer.Serialize(finding, Readable.FindingDocument);
}
