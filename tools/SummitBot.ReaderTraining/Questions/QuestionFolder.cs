using System.Globalization;

namespace SummitBot.ReaderTraining.Questions;

/// <summary>
/// Reads a folder with <c>passages.jsonl</c> and <c>questions.jsonl</c>; the format is in the README of this tool.
/// </summary>
internal static class QuestionFolder
{
    /// <summary>One of this many passages is held out.</summary>
    private const int HeldOutEvery = 10;

    private const int HeldOutRemainder = 3;

    /// <exception cref="InvalidQuestionFileException">A file is missing or a line is invalid.</exception>
    public static QuestionSet Read(string folder)
    {
        string passagesFile = Path.Combine(folder, "passages.jsonl");
        string questionsFile = Path.Combine(folder, "questions.jsonl");
        var passages = new Dictionary<long, Passage>();
        foreach (PassageLine line in JsonLines.Read<PassageLine>(passagesFile))
        {
            if (!passages.TryAdd(line.P, ToPassage(line)))
            {
                throw new InvalidQuestionFileException($"{passagesFile} has two passages with the number {line.P}.");
            }
        }

        Question[] questions =
        [
            .. JsonLines.Read<QuestionLine>(questionsFile).Select(line => ToQuestion(line, passages, questionsFile)),
        ];
        return new QuestionSet(Path.GetFileName(Path.GetFullPath(folder)), [.. passages.Values], questions);
    }

    private static Passage ToPassage(PassageLine line) =>
        new(
            line.P.ToString(CultureInfo.InvariantCulture),
            DocumentOf(line.Source),
            line.Title ?? "",
            line.Sentences,
            line.P % HeldOutEvery == HeldOutRemainder
        );

    /// <summary>
    /// A source without a document's name, such as <c>fiction</c>, does not show which passages belong together.
    /// </summary>
    private static string DocumentOf(string? source) => source?.Contains(':') == true ? source.Split('#')[0] : "";

    private static Question ToQuestion(QuestionLine line, Dictionary<long, Passage> passages, string file)
    {
        if (!passages.TryGetValue(line.P, out Passage? passage))
        {
            throw new InvalidQuestionFileException(
                $"{file}: \"{line.Question}\" is on passage {line.P}, which is missing."
            );
        }

        if (line.Sentences.Any(number => number < 1 || number > passage.Sentences.Count))
        {
            throw new InvalidQuestionFileException(
                $"{file}: \"{line.Question}\" names a sentence that passage {line.P} does not have; they count from 1."
            );
        }

        return new Question(
            passage,
            line.Question,
            [.. line.Sentences.Select(number => number - 1)],
            string.IsNullOrEmpty(line.Answer) ? [] : [line.Answer]
        );
    }

    private sealed record PassageLine(long P, string? Source, string? Title, IReadOnlyList<string> Sentences);

    private sealed record QuestionLine(long P, string Question, IReadOnlyList<int> Sentences, string? Answer);
}
