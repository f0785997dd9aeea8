using SummitBot.ReaderTraining.Questions;

namespace SummitBot.ReaderTraining.Training;

/// <summary>
/// Passages that seem to answer a question: those that share its words, and others of the same document. Passages with
/// the short answer are left out, because they may really answer.
/// </summary>
internal sealed class HardNegatives
{
    private const int Similar = 12;

    private readonly PassageOverlap _overlap;
    private readonly ILookup<string, Passage> _documents;
    private readonly Dictionary<Question, Candidates> _candidates = [];

    public HardNegatives(PassageOverlap overlap, IReadOnlyList<Passage> passages)
    {
        _overlap = overlap;
        _documents = passages
            .Where(passage => passage.Document.Length > 0)
            .ToLookup(passage => passage.Document, StringComparer.Ordinal);
    }

    /// <summary>
    /// A random one, half of the time from the same document, half by shared words; null when there is none.
    /// </summary>
    public Passage? Choose(Question question, Random random)
    {
        Candidates candidates = CandidatesOf(question);
        bool prefersDocument = random.Next(2) == 0;
        Passage[] pool =
            (prefersDocument && candidates.SameDocument.Length > 0) || candidates.SharingWords.Length == 0
                ? candidates.SameDocument
                : candidates.SharingWords;
        return pool.Length == 0 ? null : pool[random.Next(pool.Length)];
    }

    /// <summary>The passage that shares most words with the question; null when there is none.</summary>
    public Passage? Nearest(Question question) => CandidatesOf(question).SharingWords.FirstOrDefault();

    private Candidates CandidatesOf(Question question)
    {
        if (!_candidates.TryGetValue(question, out Candidates? candidates))
        {
            candidates = new Candidates(
                [.. _documents[question.Passage.Document].Where(passage => IsNegative(passage, question))],
                [.. _overlap.Find(question, Similar).Where(passage => IsNegative(passage, question))]
            );
            _candidates.Add(question, candidates);
        }

        return candidates;
    }

    private static bool IsNegative(Passage passage, Question question) =>
        passage != question.Passage
        && !question.Answers.Any(answer =>
            passage.Sentences.Any(sentence => sentence.Contains(answer, StringComparison.OrdinalIgnoreCase))
        );

    private sealed record Candidates(Passage[] SameDocument, Passage[] SharingWords);
}
