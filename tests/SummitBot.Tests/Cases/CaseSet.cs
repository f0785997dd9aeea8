using System.Text.Json;
using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Tests.Golden;

namespace SummitBot.Tests.Cases;

/// <summary>
/// A folder with <c>articles/</c> and <c>queries.jsonl</c>:
/// <c>{"id","question","gold":[...],"refuse":bool,"conversation":[{"role","text"}]?}</c>
/// and optionally <c>"all"</c>, <c>"none"</c> and <c>"confirms"</c>.
/// </summary>
internal sealed record CaseSet(string Folder, IReadOnlyList<CaseQuestion> Questions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static CaseSet Read(string folder) =>
        new(
            folder,
            [
                .. File.ReadLines(Path.Combine(folder, "queries.jsonl"))
                    .Where(line => line.Length > 0)
                    .Select(line => JsonSerializer.Deserialize<CaseQuestion>(line, Json)!),
            ]
        );

    /// <summary>
    /// The folder with that name in this folder or the nearest one above it; null when there is none.
    /// </summary>
    public static string? FolderAbove(string relative)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, relative);
            if (Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Asks all questions about the articles; returns a line for each wrong answer.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync()
    {
        using BotHost bot = await BotHost.OverAsync(Path.Combine(Folder, "articles"));
        var wrong = new List<string>();
        foreach (CaseQuestion question in Questions)
        {
            Answer answer = await bot.AskAsync(
                new Question(question.Question) { Conversation = [.. question.Turns()] }
            );
            if (!question.IsRight(answer))
            {
                wrong.Add(
                    $"{question.Id}: {question.Question} -> {answer.Outcome} {answer.Confidence:F2}: {answer.Text}"
                );
            }
        }

        return wrong;
    }
}
