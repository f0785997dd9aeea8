using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Language.Sentences;

namespace SummitBot.Answering.Sentences;

/// <summary>Chooses the sentences that are quoted together with the best one.</summary>
internal static class QuoteSelection
{
    /// <summary>A further sentence is quoted when its odds relative to the best one are at least this.</summary>
    private const double FurtherSentenceOdds = 0.018;

    /// <summary>The same limit for a sentence that has no word of the question and no alternative for one.</summary>
    private const double WordlessSentenceOdds = 0.1;

    /// <summary>The same limit for a sentence that the reader has read; it must also answer by itself.</summary>
    private const double FurtherReadOdds = 0.3;

    /// <summary>Minimum log odds, according to the reader, of a further sentence.</summary>
    private const double FurtherReadLogOdds = 1;

    /// <summary>Characters of all sentences together; a single sentence may be longer.</summary>
    public const int MaxAnswerLength = 400;

    /// <param name="ranked">The sentences, best first, at least one.</param>
    /// <param name="isRead">Whether the reader has read them.</param>
    /// <param name="max">The maximum number of sentences.</param>
    public static List<(ScoredSentence Sentence, ExtractedSentence Draft)> Choose(
        IReadOnlyList<ScoredSentence> ranked,
        AnalyzedQuestion question,
        bool isRead,
        int max
    )
    {
        var chosen = new List<(ScoredSentence Sentence, ExtractedSentence Draft)>();
        int length = 0;
        foreach (ScoredSentence next in isRead ? WithFurtherRead(ranked) : WithFurther(ranked))
        {
            if (chosen.Count == max)
            {
                break;
            }

            ExtractedSentence draft = Quote(next.Sentence, Excerpt.Select(next.Sentence, question));
            bool isRepetition = chosen.Exists(c => string.Equals(c.Draft.Text, draft.Text, StringComparison.Ordinal));
            bool fits = chosen.Count == 0 || length + 1 + draft.Text.Length <= MaxAnswerLength;
            if (!isRepetition && fits)
            {
                chosen.Add((next, draft));
                length += 1 + draft.Text.Length;
            }
        }

        return chosen;
    }

    /// <summary>The whole sentence as a quote.</summary>
    public static ExtractedSentence Whole(CandidateSentence sentence) => Quote(sentence, Excerpt.Whole(sentence));

    private static IEnumerable<ScoredSentence> WithFurther(IReadOnlyList<ScoredSentence> ranked) =>
        ranked
            .TakeWhile(s => s == ranked[0] || ComputeOdds(s, ranked) > FurtherSentenceOdds)
            .Where(s =>
                s == ranked[0] || s.Features.PrefixCoverage > 0 || ComputeOdds(s, ranked) > WordlessSentenceOdds
            );

    /// <summary>The sentence that names the subject of the best one, then those that also answer.</summary>
    private static IEnumerable<ScoredSentence> WithFurtherRead(IReadOnlyList<ScoredSentence> ranked)
    {
        CandidateSentence? subject = SubjectSentence.Find(ranked[0].Sentence);
        return
        [
            ranked[0],
            .. ranked.Where(s => ReferenceEquals(s.Sentence, subject)),
            .. ranked
                .Skip(1)
                .Where(s => s.Features.Reading > FurtherReadLogOdds && ComputeOdds(s, ranked) > FurtherReadOdds),
        ];
    }

    private static double ComputeOdds(ScoredSentence sentence, IReadOnlyList<ScoredSentence> ranked) =>
        Math.Exp(sentence.Score - ranked[0].Score);

    private static ExtractedSentence Quote(CandidateSentence sentence, TextRange range) =>
        new(sentence.Passage.Passage.GetText(range), sentence.Passage.Passage.Id, range);
}
