using System.Text.Json;
using System.Text.Unicode;

namespace SummitBot.Bot.Activities;

/// <summary>
/// Finds what Newtonsoft.Json would accept: invalid UTF-8, duplicate properties, lone surrogates (<c>\ud800</c>), and
/// nesting deeper than <see cref="ActivityJson.MaxDepth"/>. Linear in the length of the text.
/// </summary>
internal static class StrictJson
{
    private const int MaxPathLength = 200;

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = ActivityJson.MaxDepth,
    };

    /// <returns>Null when the text is valid, otherwise what is wrong with it and how to fix it.</returns>
    public static string? FindProblem(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return "The body is empty: send an activity.";
        }

        if (!Utf8.IsValid(json.Span))
        {
            return "The body is no UTF-8 text: send JSON in UTF-8.";
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Options);
            return HasHalfCharacter(json.Span)
                ? "The activity holds half a character (a lone surrogate such as \\ud800): send whole characters."
                : null;
        }
        catch (JsonException malformed)
        {
            return Describe(malformed.Path, (malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // Names are compared as characters, and a lone surrogate is not a character.
            return Describe(path: null, line: 1, position: 1);
        }
    }

    /// <summary>The error message for JSON that cannot be read as an activity.</summary>
    public static string Describe(string? path, long line, long position)
    {
        string shown = path is { Length: > 0 and <= MaxPathLength } ? path : "$";
        return $"The activity cannot be read at {shown}, line {line}, position {position}: it must be JSON, at most "
            + $"{ActivityJson.MaxDepth} levels deep, no property twice, each of the type that the Activity protocol gives it.";
    }

    private static bool HasHalfCharacter(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ActivityJson.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                try
                {
                    reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
