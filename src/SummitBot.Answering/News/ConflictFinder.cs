using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Language.Dates;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.News;

/// <summary>
/// Finds out whether articles disagree on what is asked. Says so only when it is rather sure: a number, date, place or
/// person is asked; sentences of different articles have all that the question says; and each holds one answer of the
/// kind asked, which the other denies.
/// </summary>
internal static class ConflictFinder
{
    /// <summary>Content words that a question needs to speak of one thing.</summary>
    private const int MinTerms = 2;

    /// <summary>Letters; shorter words in lower case are mostly parts of names ("Jong-un").</summary>
    private const int ShortestPredicate = 4;

    /// <summary>The score that a side may lack to the best sentence: odds of one to twenty.</summary>
    private const double WidestGap = 3;

    /// <summary>Words between "first" and the verb that it narrows: "met for the first time".</summary>
    private const int ModifierReach = 4;

    private const int MaxSides = 3;

    /// <summary>One sentence for each answer, the newest article's first; empty when the articles do not disagree.</summary>
    /// <param name="ranked">The sentences, best first, at least one.</param>
    /// <param name="max">At most so many sides.</param>
    public static IReadOnlyList<ScoredSentence> Find(
        AnalyzedQuestion question,
        QuestionTime time,
        IReadOnlyList<ScoredSentence> ranked,
        int max
    )
    {
        if (time.WantsLatest || max < 2 || !AsksOneThing(question) || CreateSide(question, ranked[0]) is not { } best)
        {
            return [];
        }

        List<Side> sides = [best];
        foreach (
            Side side in ranked
                .Skip(1)
                .TakeWhile(s => s.Score >= ranked[0].Score - WidestGap)
                .Where(s => IsOfTheSameTime(s.Sentence, ranked[0].Sentence))
                .Select(s => CreateSide(question, s))
                .OfType<Side>()
        )
        {
            bool isNew = sides.TrueForAll(s =>
                s.Sentence.Sentence.Passage.Article.Id != side.Sentence.Sentence.Passage.Article.Id
                && AnswerValue.Contradict(s.Value, side.Value)
            );
            if (isNew && sides.Count < Math.Min(max, MaxSides))
            {
                sides.Add(side);
            }
        }

        return sides.Count < 2
            ? []
            :
            [
                .. sides
                    .Select(s => s.Sentence)
                    .OrderByDescending(s => s.Sentence.Passage.Article.Published ?? DateOnly.MinValue),
            ];

        bool IsOfTheSameTime(CandidateSentence sentence, CandidateSentence against) =>
            time.Period is null || (Fits(time, sentence) && Fits(time, against));
    }

    /// <summary>
    /// False for "Who is Kim?" and "When was the summit?": two sentences about a name, or about a summit, need not be
    /// about the same thing.
    /// </summary>
    private static bool AsksOneThing(AnalyzedQuestion question)
    {
        QuestionTerm[] own = [.. question.Terms.Where(t => !t.IsContext)];
        bool saysWhat = own.Any(t => !t.IsName && !t.Word.HasDigit && t.Word.Form.Length >= ShortestPredicate);
        return own.Length >= MinTerms && saysWhat;
    }

    private static bool Fits(QuestionTime time, CandidateSentence sentence) =>
        PeriodFitter.GetFit(time, sentence) is PeriodFit.Inside or PeriodFit.InsideByPublication;

    private static Side? CreateSide(AnalyzedQuestion question, ScoredSentence sentence) =>
        ContainsAllTerms(question, sentence.Sentence)
        && !SpeaksOfAnother(question, sentence.Sentence)
        && IsNarrowedAlike(question, sentence.Sentence)
        && AnswerValue.Find(question, sentence.Sentence) is { } value
            ? new Side(sentence, value)
            : null;

    /// <summary>
    /// True when the sentence has every word of the question, in whatever form but none in its place: what is reached is
    /// not what is travelled to. Names and numbers may stand above or before it.
    /// </summary>
    private static bool ContainsAllTerms(AnalyzedQuestion question, CandidateSentence sentence) =>
        question
            .Terms.Where(t => !t.IsContext)
            .All(term =>
                sentence.HasFamily(term.Word)
                || (
                    (term.IsName || term.Word.HasDigit)
                    && (sentence.Title.Has(term) > 0 || sentence.Previous?.Has(term) > 0)
                )
            );

    /// <summary>True when a name of the question owns something there: "Kim's father" is another man's doing.</summary>
    private static bool SpeaksOfAnother(AnalyzedQuestion question, CandidateSentence sentence) =>
        question.Terms.Any(t =>
            t is { IsName: true, Word.IsPossessive: false }
            && sentence.Words.Any(w => w.IsPossessive && w.Stem == t.Word.Stem)
        );

    /// <summary>
    /// "When did they first meet?" asks for one of several meetings: a sentence speaks of it when the narrowing word stands
    /// near what was done.
    /// </summary>
    private static bool IsNarrowedAlike(AnalyzedQuestion question, CandidateSentence sentence)
    {
        QuestionTerm[] actions =
        [
            .. question.Terms.Where(t => t is { IsName: false, IsContext: false, Word.HasDigit: false }),
        ];
        return question
            .Words.Where(w => AnalyzedQuestion.IsModifier(w, question.Profile))
            .All(modifier => IsNear(modifier, actions, sentence));
    }

    private static bool IsNear(Word modifier, QuestionTerm[] actions, CandidateSentence sentence)
    {
        int[] places = [.. sentence.Words.Index().Where(w => w.Item.Stem == modifier.Stem).Select(w => w.Index)];
        return sentence
            .Words.Index()
            .Any(w =>
                Array.Exists(actions, t => t.Word.Stem != modifier.Stem && Stands(t, w.Item))
                && Array.Exists(places, p => Math.Abs(p - w.Index) <= ModifierReach)
            );

        static bool Stands(QuestionTerm term, Word word) =>
            word.IsInSameFamily(term.Word)
            || term.Alternatives.Any(a => a.Stems.Contains(word.Stem, StringComparer.Ordinal));
    }

    private sealed record Side(ScoredSentence Sentence, AnswerValue Value);
}
