using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SummitBot.Cli.Corpus;

/// <summary>Serializer of <c>show --json</c> and <c>sources --json</c>: camelCase, all scripts unescaped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArticleDocument))]
[JsonSerializable(typeof(PassageDocument))]
[JsonSerializable(typeof(SourceDocument[]))]
public sealed partial class CorpusJson : JsonSerializerContext
{
    private static readonly CorpusJson Readable = new(
        new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        }
    );

    /// <summary>One line of JSON.</summary>
    public static string Serialize(ArticleDocument article) =>
        JsonSerializer.Serialize(article, Readable.ArticleDocument);

    /// <inheritdoc cref="Serialize(ArticleDocument)"/>
    public static string Serialize(PassageDocument passage) =>
        JsonSerializer.Serialize(passage, Readable.PassageDocument);

    /// <inheritdoc cref="Serialize(ArticleDocument)"/>
    public static string Serialize(SourceDocument[] sources) =>
        JsonSerializer.Serialize(sources, Readable.SourceDocumentArray);
}
