using System.Reflection;

namespace SummitBot.Language.Words;

/// <summary>The embedded tables of this folder.</summary>
internal static class WordResource
{
    public static IEnumerable<string> Lines(string file)
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"SummitBot.Language.Words.{file}")
            ?? throw new InvalidOperationException($"The table of words '{file}' is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
