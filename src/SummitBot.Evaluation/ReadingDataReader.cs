using System.Globalization;

namespace SummitBot.Evaluation;

/// <summary>
/// Reads the reader's training questions, but only those about passages that training holds out. A passage is
/// <c>{"p","title","sentences":[]}</c>, a question <c>{"p","question","sentences":[],"answer"?}</c>.
/// </summary>
internal static class ReadingDataReader
{
    public const string QuestionFile = "questions.jsonl";

    private const string PassageFile = "passages.jsonl";

    /// <summary>One of this many passages is held out, as in <c>tools/SummitBot.ReaderTraining</c>.</summary>
    private const int HeldOutEvery = 10;

    private const int HeldOutRemainder = 3;

    /// <summary>True for a folder with such questions and no others.</summary>
    public static bool Reads(string folder) =>
        File.Exists(Path.Combine(folder, QuestionFile)) && File.Exists(Path.Combine(folder, PassageFile));

    /// <exception cref="EvaluationDataException">There are invalid lines; the message lists every one.</exception>
    public static async Task<EvaluationDataSet> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var problems = new LineProblems();
        var corpus = new EvaluationCorpus(Path.Combine(folder, PassageFile));
        var sentences = new Dictionary<long, IReadOnlyList<string>>();
        await ReadPassagesAsync(corpus, sentences, problems, cancellationToken);
        string questionFile = Path.Combine(folder, QuestionFile);
        List<EvaluationQuestion> questions = await ReadQuestionsAsync(
            questionFile,
            sentences,
            problems,
            cancellationToken
        );
        problems.ThrowIfAny();
        return questions.Count > 0
            ? new EvaluationDataSet(Path.GetFileName(folder), questions) { Corpus = corpus }
            : throw new EvaluationDataException(
                $"{questionFile} has no question about a passage whose number ends in {HeldOutRemainder}."
            );
    }

    private static async Task ReadPassagesAsync(
        EvaluationCorpus corpus,
        Dictionary<long, IReadOnlyList<string>> sentences,
        LineProblems problems,
        CancellationToken cancellationToken
    )
    {
        await foreach (
            (int number, ReadingPassageLine line) in JsonLineReader.ReadAsync(
                corpus.Path,
                EvaluationLineJson.Default.ReadingPassageLine,
                problems,
                cancellationToken
            )
        )
        {
            if (line is not { P: { } p, Sentences.Count: > 0 } || !sentences.TryAdd(p, line.Sentences))
            {
                problems.Add(corpus.Path, number, "is no passage: give it a number 'p' of its own and 'sentences'");
            }
            else if (IsHeldOut(p))
            {
                corpus.TryAdd(GetName(p), line.Title ?? "", string.Join(' ', line.Sentences));
            }
        }
    }

    private static async Task<List<EvaluationQuestion>> ReadQuestionsAsync(
        string file,
        Dictionary<long, IReadOnlyList<string>> sentences,
        LineProblems problems,
        CancellationToken cancellationToken
    )
    {
        var questions = new List<EvaluationQuestion>();
        await foreach (
            (int number, ReadingQuestionLine line) in JsonLineReader.ReadAsync(
                file,
                EvaluationLineJson.Default.ReadingQuestionLine,
                problems,
                cancellationToken
            )
        )
        {
            if (
                line is not { P: { } p, Question.Length: > 0 }
                || !sentences.TryGetValue(p, out IReadOnlyList<string>? passage)
            )
            {
                problems.Add(
                    file,
                    number,
                    $"is no question about a passage: give it a 'question' and a 'p' of {PassageFile}"
                );
            }
            else if (line.Sentences is null || line.Sentences.Any(s => s < 1 || s > passage.Count))
            {
                problems.Add(file, number, "names sentences that its passage does not have: count them from 1");
            }
            else if (IsHeldOut(p))
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"{p}-{number}");
                questions.Add(CreateQuestion(line, id, GetName(p), passage));
            }
        }

        return questions;
    }

    private static EvaluationQuestion CreateQuestion(
        ReadingQuestionLine line,
        string id,
        string document,
        IReadOnlyList<string> sentences
    ) =>
        new(id, line.Question!.Trim())
        {
            Answers = string.IsNullOrEmpty(line.Answer) ? [] : [line.Answer],
            Sentences = [.. line.Sentences!.Select(s => sentences[s - 1])],
            IsAnswerable = line.Sentences!.Count > 0,
            DocIds = line.Sentences.Count > 0 ? [document] : [],
            SourceDocId = document,
        };

    private static bool IsHeldOut(long passage) => passage % HeldOutEvery == HeldOutRemainder;

    private static string GetName(long passage) => passage.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A line of <c>passages.jsonl</c>.</summary>
/// <param name="P">The passage's number.</param>
internal sealed record ReadingPassageLine(long? P, string? Title, IReadOnlyList<string>? Sentences);

/// <summary>A line of <c>questions.jsonl</c>.</summary>
/// <param name="P">The number of the passage that it is about.</param>
/// <param name="Sentences">Numbers of the sentences that answer, from 1, best first; empty when none does.</param>
/// <param name="Answer">A part of the first of them; null when there is no short answer.</param>
internal sealed record ReadingQuestionLine(long? P, string? Question, IReadOnlyList<int>? Sentences, string? Answer);
