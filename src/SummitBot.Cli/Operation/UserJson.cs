using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Cli.Operation;

/// <summary>The serialiser of <c>user export</c>: indented, camelCase, every script unescaped.</summary>
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
