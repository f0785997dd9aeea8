using System.Text;
using System.Text.Json;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;

namespace SummitBot.Ingestion.Records;

/// <summary>Reads articles in JSON: one object, a list of them, or one on each line (JSON Lines).</summary>
internal static class JsonRecords
{
    /// <summary>Maximum number of names and values, each of which the document keeps a record of.</summary>
    private const int MaxParts = 2_000_000;

    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    private static readonly JsonReaderOptions ReaderOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    public static void Read(IFileContents reading, ArticleOrigin origin, string text, ArticleFormat format)
    {
        var fields = new JsonFields(reading.Options.JsonFields);
        if (format == ArticleFormat.JsonLines)
        {
            ReadLines(reading, origin, text, fields);
            return;
        }

        using JsonDocument document = Parse(text, "");
        if (
            document.RootElement.ValueKind == JsonValueKind.Object
            && fields.FindItems(document.RootElement) is not { } items
        )
        {
            reading.Add(origin, () => fields.Parse(document.RootElement, reading.Limits.CancellationToken));
        }
        else
        {
            IEnumerable<JsonElement> list =
                document.RootElement.ValueKind == JsonValueKind.Object
                    ? fields.FindItems(document.RootElement)!.Value.EnumerateArray()
                : document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray()
                : [];
            foreach (JsonElement item in list)
            {
                reading.Limits.CountEntry();
                Add(reading, origin, item, fields);
            }
        }
    }

    private static void ReadLines(IFileContents reading, ArticleOrigin origin, string text, JsonFields fields)
    {
        int number = 0;
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            reading.Limits.CountEntry();
            try
            {
                using JsonDocument document = Parse(line, FormattableString.Invariant($"Line {number}: "));
                Add(reading, origin, document.RootElement, fields);
            }
            catch (ArticleReadException e)
            {
                reading.Fail(origin.Record(FormattableString.Invariant($"line {number}")), e.Error, e.Message);
            }
        }
    }

    private static void Add(IFileContents reading, ArticleOrigin origin, JsonElement item, JsonFields fields) =>
        reading.Add(origin.Record(fields.GetKey(item)), () => fields.Parse(item, reading.Limits.CancellationToken));

    private static JsonDocument Parse(string text, string place)
    {
        try
        {
            byte[] json = Encoding.UTF8.GetBytes(text);
            RefuseParts(json);
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException e)
        {
            throw new ArticleReadException(
                ArticleReadError.Malformed,
                FormattableString.Invariant(
                    $"{place}this is not JSON that can be read (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): correct it there."
                )
            );
        }
    }

    private static void RefuseParts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, ReaderOptions);
        for (int parts = 0; reader.Read(); parts++)
        {
            if (parts == MaxParts)
            {
                throw new ArticleReadException(
                    ArticleReadError.TooComplex,
                    FormattableString.Invariant($"It has more than {MaxParts:N0} names and values: split the file.")
                );
            }
        }
    }
}
