using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SummitBot.Evaluation;

/// <summary>Reads files with one JSON object a line.</summary>
internal static class JsonLineReader
{
    /// <summary>The objects with the numbers of their lines, from 1; lines that are none are added to the problems.</summary>
    public static async IAsyncEnumerable<(int Number, T Value)> ReadAsync<T>(
        string path,
        JsonTypeInfo<T> type,
        LineProblems problems,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        int number = 0;
        await foreach (string line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && Parse(line, type, path, number, problems) is { } value)
            {
                yield return (number, value);
            }
        }
    }

    private static T? Parse<T>(string line, JsonTypeInfo<T> type, string path, int number, LineProblems problems)
        where T : class
    {
        try
        {
            T? value = JsonSerializer.Deserialize(line, type);
            if (value is null)
            {
                problems.Add(path, number, "is no JSON object");
            }

            return value;
        }
        catch (JsonException error)
        {
            string where = error.Path is null or "$" ? "" : $" at {error.Path}";
            problems.Add(path, number, $"is not the JSON object that is expected{where}");
            return null;
        }
    }
}
