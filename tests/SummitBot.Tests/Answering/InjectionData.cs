using System.Text.Json;

namespace SummitBot.Tests.Answering;

/// <summary>
/// Prompt injections to insert into an article, from the BIPIA benchmark (Yi et al., Benchmarking and Defending Against
/// Indirect Prompt Injection, 2023), and harmless prompts with similar words. They are in a folder beside the project;
/// a test that needs them is skipped when it is missing.
/// </summary>
internal static class InjectionData
{
    public static string[] Attacks() => Read("attacks.jsonl", "attack");

    /// <summary>The English ones, each as one line.</summary>
    public static string[] HarmlessPrompts() => [.. Read("benign.jsonl", "text").Select(OneLine).Where(IsPlainEnglish)];

    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsPlainEnglish(string prompt) =>
        prompt.All(char.IsAscii) && prompt.Count(char.IsLetter) >= 30 && prompt.Length <= 300;

    private static string[] Read(string file, string property)
    {
        string? path = FolderAbove("shared/eval/injection-dev");
        Assert.SkipWhen(path is null, "The injection data are not beside the project (shared/eval/injection-dev).");
        return
        [
            .. File.ReadLines(Path.Combine(path!, file))
                .Select(line =>
                {
                    using var document = JsonDocument.Parse(line);
                    return document.RootElement.GetProperty(property).GetString()!;
                }),
        ];
    }

    private static string? FolderAbove(string relative)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, relative);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
