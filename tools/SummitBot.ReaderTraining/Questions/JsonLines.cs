using System.Text.Json;

namespace SummitBot.ReaderTraining.Questions;

/// <summary>Reads files with one JSON object on each line.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <exception cref="InvalidQuestionFileException">The file is missing, or a line cannot be read.</exception>
    public static IEnumerable<T> Read<T>(string file)
    {
        if (!File.Exists(file))
        {
            throw new InvalidQuestionFileException($"There is no file {file}: check the folder on the command line.");
        }

        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse<T>(line, file, number);
            }
        }
    }

    private static T Parse<T>(string line, string file, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("null is no object");
        }
        catch (JsonException e)
        {
            throw new InvalidQuestionFileException($"{file}:{number} cannot be read: {e.Message}", e);
        }
    }
}
