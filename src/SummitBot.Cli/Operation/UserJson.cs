using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Cli.Operation;

/// <summary>Serializer of <c>user export</c>: indented, camelCase, all scripts unescaped.</summary>
[JsonSerializable(typeof(UserDocument))]
internal sealed partial class UserJson : JsonSerializerContext
{
    private static readonly UserJson Readable = new(
        new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
        }
    );

    public static string Serialize(UserDocument document) => JsonSerializer.Serialize(document, Readable.UserDocument);
}
