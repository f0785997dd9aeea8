using SummitBot.Core.Questions;

namespace SummitBot.Evaluation;

/// <summary>
/// Reads a data set: a folder with <c>queries.jsonl</c> and, unless its questions are about the configured corpus,
/// <c>corpus.jsonl</c>; or one file of questions (with the <c>corpus.jsonl</c> beside it, if there is one).
/// </summary>
/// <remarks>
/// A document is <c>{"id","title","text"}</c>, a question
/// <c>{"id","question","answers":[],"doc_ids":[],"answerable":true|false|null,"kind"?,"conversation"?,"rewrite"?,"reference_response"?,"comment"?}</c>,
/// one JSON object on each line, UTF-8; other fields and empty lines are ignored. A folder with <c>passages.jsonl</c>
/// and <c>questions.jsonl</c> instead has the reader's training data: its held-out passages are the corpus.
/// </remarks>
public static class EvaluationDataReader
{
    private const string QuestionFile = "queries.jsonl";
    private const string CorpusFile = "corpus.jsonl";

    /// <exception cref="EvaluationDataException">Missing, empty or with invalid lines; the message lists every
    /// one.</exception>
    public static async Task<EvaluationDataSet> ReadAsync(string path, CancellationToken cancellationToken)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full) && !File.Exists(Path.Combine(full, QuestionFile)) && ReadingDataReader.Reads(full))
        {
            return await ReadingDataReader.ReadAsync(full, cancellationToken);
        }

        string questionPath = Directory.Exists(full) ? Path.Combine(full, QuestionFile) : full;
        if (!File.Exists(questionPath))
        {
            throw new EvaluationDataException(
                Directory.Exists(full)
                    ? $"{full} has no {QuestionFile}: name a folder with {QuestionFile} (and {CorpusFile}), or a file of questions."
                    : $"{full} does not exist: name a folder with {QuestionFile} (and {CorpusFile}), or a file of questions."
            );
        }

        string folder = Path.GetDirectoryName(questionPath)!;
        var problems = new LineProblems();
        EvaluationCorpus? corpus = await ReadCorpusAsync(Path.Combine(folder, CorpusFile), problems, cancellationToken);
        List<EvaluationQuestion> questions = await ReadQuestionsAsync(
            questionPath,
            corpus,
            problems,
            cancellationToken
        );
        problems.ThrowIfAny();
        if (questions.Count == 0)
        {
            throw new EvaluationDataException($"{questionPath} has no question: it needs one JSON object a line.");
        }

        return new EvaluationDataSet(GetName(questionPath), questions) { Corpus = corpus };
    }

    private static string GetName(string questionPath)
    {
        string name = Path.GetFileNameWithoutExtension(questionPath);
        string? folder = Path.GetFileName(Path.GetDirectoryName(questionPath));
        return Path.GetFileName(questionPath) == QuestionFile && folder is { Length: > 0 } ? folder : name;
    }

    private static async Task<EvaluationCorpus?> ReadCorpusAsync(
        string path,
        LineProblems problems,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var corpus = new EvaluationCorpus(path);
        await foreach (
            (int number, DocumentLine line) in JsonLineReader.ReadAsync(
                path,
                EvaluationLineJson.Default.DocumentLine,
                problems,
                cancellationToken
            )
        )
        {
            if (string.IsNullOrWhiteSpace(line.Id) || string.IsNullOrWhiteSpace(line.Text))
            {
                problems.Add(path, number, "is no document: give it an 'id' and a 'text'");
            }
            else if (!corpus.TryAdd(line.Id, line.Title ?? line.Id, line.Text))
            {
                problems.Add(path, number, $"has the id '{line.Id}' a second time: rename one of the documents");
            }
        }

        return corpus;
    }

    private static async Task<List<EvaluationQuestion>> ReadQuestionsAsync(
        string path,
        EvaluationCorpus? corpus,
        LineProblems problems,
        CancellationToken cancellationToken
    )
    {
        var questions = new List<EvaluationQuestion>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            (int number, QuestionLine line) in JsonLineReader.ReadAsync(
                path,
                EvaluationLineJson.Default.QuestionLine,
                problems,
                cancellationToken
            )
        )
        {
            string? problem = FindProblem(line, corpus);
            if (problem is null && !ids.Add(line.Id!))
            {
                problem = $"has the id '{line.Id}' a second time: rename one of the questions";
            }

            if (problem is not null)
            {
                problems.Add(path, number, problem);
                continue;
            }

            questions.Add(CreateQuestion(line));
        }

        return questions;
    }

    private static string? FindProblem(QuestionLine line, EvaluationCorpus? corpus)
    {
        if (string.IsNullOrWhiteSpace(line.Id) || line.Question is null)
        {
            return "is no question: give it an 'id' and a 'question'";
        }

        if (new Question(line.Question).Problem is { } problem)
        {
            return $"cannot be asked: {problem.TrimEnd('.')}";
        }

        if (line.Conversation?.Select(t => t.Problem).OfType<string>().FirstOrDefault() is { } turnProblem)
        {
            return $"has a turn of conversation that {turnProblem}";
        }

        if (line.Answerable == true && line.DocIds is not { Count: > 0 })
        {
            return "is answerable but names no document: list them in 'doc_ids'";
        }

        string? unknown = corpus is null ? null : line.DocIds?.FirstOrDefault(id => !corpus.Contains(id));
        return unknown is null ? null : $"names the document '{unknown}', which {CorpusFile} does not have";
    }

    private static EvaluationQuestion CreateQuestion(QuestionLine line)
    {
        bool isProse = line.ReferenceResponse is not null;
        return new EvaluationQuestion(line.Id!, line.Question!.Trim())
        {
            Answers = isProse ? [] : line.Answers ?? [],
            Reference = line.ReferenceResponse,
            DocIds = line.DocIds ?? [],
            SourceDocId = line.SourceDocId,
            IsAnswerable = line.Answerable,
            Kind = line.Kind,
            Comment = line.Comment,
            Conversation = [.. (line.Conversation ?? []).Select(t => t.ToTurn())],
            Rewrite = line.Rewrite,
        };
    }
}

/// <summary>A line of <c>corpus.jsonl</c>.</summary>
internal sealed record DocumentLine(string? Id, string? Title, string? Text);

/// <summary>
/// A data set, a report or a limit cannot be used. The message is for the person who runs the evaluation: one sentence
/// for each problem, with file and line where there is one.
/// </summary>
public sealed class EvaluationDataException(string message) : Exception(message);
