using System.Text.Json.Serialization;
using SummitBot.Language.Sentences;

namespace SummitBot.ReaderTraining.Questions;

/// <summary>
/// Reads a folder with <c>corpus.jsonl</c> and <c>queries.jsonl</c> made from SQuAD 2.0. The sentences that hold an acceptable
/// answer count as answering. Whole articles are held out, since paragraphs of one article share their subject.
/// </summary>
internal static class SquadFolder
{
    /// <summary>One article in so many, in the order of their names, is held out.</summary>
    private const int HeldOutEvery = 5;

    private const int HeldOutRemainder = 3;

    /// <exception cref="InvalidQuestionFileException">A file is missing or a line is not as it must be.</exception>
    public static QuestionSet Read(string folder)
    {
        ParagraphLine[] lines = [.. JsonLines.Read<ParagraphLine>(Path.Combine(folder, "corpus.jsonl"))];
        var heldOut = lines
            .Select(line => ArticleOf(line.Id))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Where((_, i) => i % HeldOutEvery == HeldOutRemainder)
            .ToHashSet(StringComparer.Ordinal);
        var passages = lines.ToDictionary(
            line => line.Id,
            line => ToPassage(line, heldOut.Contains(ArticleOf(line.Id))),
            StringComparer.Ordinal
        );
        Question[] questions =
        [
            .. JsonLines
                .Read<QueryLine>(Path.Combine(folder, "queries.jsonl"))
                .Select(line => ToQuestion(line, passages))
                .OfType<Question>(),
        ];
        return new QuestionSet(Path.GetFileName(Path.GetFullPath(folder)), [.. passages.Values], questions);
    }

    private static string ArticleOf(string id) => id.Split('#')[0];

    private static Passage ToPassage(ParagraphLine line, bool isHeldOut) =>
        new(
            line.Id,
            ArticleOf(line.Id),
            line.Title,
            [
                .. line
                    .Text.Split('\n')
                    .SelectMany(part =>
                        SentenceSplitter
                            .Split(part, new TextRange(0, part.Length), "en")
                            .Select(range => part[range.Start..range.End])
                    ),
            ],
            isHeldOut
        );

    /// <summary>Null when no sentence holds the answer: it may reach over two sentences.</summary>
    private static Question? ToQuestion(QueryLine line, Dictionary<string, Passage> passages)
    {
        if (!passages.TryGetValue(line.SourceDocument, out Passage? passage))
        {
            return null;
        }

        int[] sentences = line.Answerable
            ?
            [
                .. Enumerable
                    .Range(0, passage.Sentences.Count)
                    .Where(i =>
                        line.Answers.Any(answer =>
                            passage.Sentences[i].Contains(answer, StringComparison.OrdinalIgnoreCase)
                        )
                    ),
            ]
            : [];
        return line.Answerable == sentences.Length > 0
            ? new Question(passage, line.Question.Trim(), sentences, line.Answerable ? line.Answers : [])
            : null;
    }

    private sealed record ParagraphLine(string Id, string Title, string Text);

    private sealed record QueryLine(
        string Question,
        IReadOnlyList<string> Answers,
        bool Answerable,
        [property: JsonPropertyName("source_doc_id")] string SourceDocument
    );
}
