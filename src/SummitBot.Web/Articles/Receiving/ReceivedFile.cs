using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SummitBot.Core.Articles;

namespace SummitBot.Web.Articles.Receiving;

/// <summary>What a program sent: the bytes of a file, and the extension that tells its format.</summary>
/// <param name="Extension">With its dot.</param>
/// <param name="Name">What the article may be named after when the program gives no id; null for nothing.</param>
internal sealed record ReceivedFile(byte[] Content, string Extension, string? Name)
{
    /// <summary>True when <see cref="Name"/> is the id that the article gives itself.</summary>
    public bool HasOwnId { get; private init; }

    private const int HashLength = 12;
    private const int MaxNameLength = 80;

    /// <summary>Eight digits, or so, of what was sent.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content))[..HashLength];

    /// <summary>The body of a request: JSON, text, Markdown, HTML, a document, or a form with a file.</summary>
    /// <exception cref="UnreadableBodyException">The body is of no such kind, or empty.</exception>
    public static async Task<ReceivedFile> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        string? name = request.Query["name"].FirstOrDefault();
        ReceivedFile file = request.HasFormContentType
            ? await FromFormAsync(request, cancellationToken)
            : await FromBodyAsync(request, name, cancellationToken);
        return file.Content.Length == 0
            ? throw new UnreadableBodyException("The body is empty: send the article in it.")
            : file;
    }

    private static async Task<ReceivedFile> FromFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        if (form.Files.Count != 1)
        {
            throw new UnreadableBodyException("The form must hold one file: send each article by itself.");
        }

        IFormFile file = form.Files[0];
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return new ReceivedFile(content.ToArray(), ReadExtension(file.FileName), CreateName(file.FileName));
    }

    private static async Task<ReceivedFile> FromBodyAsync(
        HttpRequest request,
        string? name,
        CancellationToken cancellationToken
    )
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        byte[] content = body.ToArray();
        if (name is not null)
        {
            return new ReceivedFile(content, ReadExtension(name), CreateName(name));
        }

        string type = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? parsed)
            ? parsed.MediaType.ToString().ToLowerInvariant()
            : "";
        string extension = type switch
        {
            MediaTypeNames.Application.Json => ".json",
            MediaTypeNames.Text.Html => ".html",
            MediaTypeNames.Text.Markdown => ".md",
            MediaTypeNames.Text.Plain => ".txt",
            MediaTypeNames.Application.Pdf => ".pdf",
            "message/rfc822" => ".eml",
            _ => throw new UnreadableBodyException(
                "The type of the body is not known: send JSON, text, Markdown, HTML or PDF, or name the file with ?name=report.docx.",
                StatusCodes.Status415UnsupportedMediaType
            ),
        };
        (string? own, bool isId) = extension == ".json" ? NameInJson(content) : default;
        return new ReceivedFile(content, extension, own) { HasOwnId = isId };
    }

    private static string ReadExtension(string name) =>
        Path.GetExtension(name) is { Length: > 1 and <= 12 } extension
        && extension.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? extension.ToLowerInvariant()
            : throw new UnreadableBodyException("The file's name has no extension, which tells its format.");

    /// <summary>The id that the object gives itself, else its title.</summary>
    private static (string? Name, bool IsId) NameInJson(byte[] content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return default;
            }

            string? id = NameAt(root, "id");
            return (id ?? NameAt(root, "title"), id is not null);
        }
        catch (JsonException)
        {
            // Reading it says where it is wrong.
            return default;
        }
    }

    private static string? NameAt(JsonElement root, string field) =>
        root.TryGetProperty(field, out JsonElement name)
        && name.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? CreateName($"{name}.json")
            : null;

    private static string? CreateName(string fileName)
    {
        string name = Path.GetFileName(fileName.Replace('\\', '/'));
        if (!Path.GetFileNameWithoutExtension(name).Any(char.IsLetterOrDigit))
        {
            return null;
        }

        string id = ArticleId.FromRelativePath(name).Value.TrimStart('.');
        return id[..Math.Min(id.Length, MaxNameLength)];
    }
}
