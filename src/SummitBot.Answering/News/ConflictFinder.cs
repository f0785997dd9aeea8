using SummitBot.Answering.Sentences;
using SummitBot.Core.Questions;
using SummitBot.Language.Dates;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.News;

/// <summary>
/// Detects articles that disagree about what is asked. It reports a conflict only when it is fairly sure: the question
/// asks for a number, date, place or person; sentences from different articles contain every word of the question; and
/// each sentence has exactly one answer of that kind, and the answers contradict each other.
/// </summary>
internal static class ConflictFinder
{
    /// <summary>A question needs this many content words to be about one specific thing.</summary>
    private const int MinTerms = 2;

    /// <summary>Letters; shorter words in lower case are mostly parts of names ("Jong-un").</summary>
    private const int MinPredicateLength = 4;

    /// <summary>How far a sentence's score may be below the best one: odds of one to twenty.</summary>
    private const double WidestGap = 3;

    /// <summary>Maximum number of words between "first" and the verb it modifies: "met for the first time".</summary>
    private const int ModifierReach = 4;

    private const int MaxSides = 3;

    /// <summary>One sentence for each answer, newest article first; empty when the articles do not disagree.</summary>
    /// <param name="ranked">The sentences, best first, at least one.</param>
    /// <param name="max">The maximum number of sentences.</param>
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
    /// False for "Who is Kim?" and "When was the summit?": two sentences about the same name or about a summit need not
    /// be about the same event.
    /// </summary>
    private static bool AsksOneThing(AnalyzedQuestion question)
    {
        QuestionTerm[] own = [.. question.Terms.Where(t => !t.IsContext)];
        bool saysWhat = own.Any(t => !t.IsName && !t.Word.HasDigit && t.Word.Form.Length >= MinPredicateLength);
        return own.Length >= MinTerms && saysWhat;
    }

    private static bool Fits(QuestionTime time, CandidateSentence sentence) =>
        PeriodFitter.GetFit(time, sentence) is PeriodFit.Inside or PeriodFit.InsideByPublication;

    private static Side? CreateSide(AnalyzedQuestion question, ScoredSentence sentence) =>
        ContainsAllTerms(question, sentence.Sentence)
        && !IsAboutAnotherPerson(question, sentence.Sentence)
        && MatchesModifiers(question, sentence.Sentence)
        && AnswerValue.Find(question, sentence.Sentence) is { } value
            ? new Side(sentence, value)
            : null;

    /// <summary>
    /// True when the sentence contains every word of the question in any inflected form. Synonyms do not count: to
    /// reach a place is not to travel to it. Names and numbers may also be in the title or the previous sentence.
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

    /// <summary>
    /// True when a name from the question is a possessor in the sentence: "Kim's father" is about another person.
    /// </summary>
    private static bool IsAboutAnotherPerson(AnalyzedQuestion question, CandidateSentence sentence) =>
        question.Terms.Any(t =>
            t is { IsName: true, Word.IsPossessive: false }
            && sentence.Words.Any(w => w.IsPossessive && w.Stem == t.Word.Stem)
        );

    /// <summary>
    /// "When did they first meet?" asks for one of several meetings: the sentence must have the restricting word near
    /// the verb.
    /// </summary>
    private static bool MatchesModifiers(AnalyzedQuestion question, CandidateSentence sentence)
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
                Array.Exists(actions, t => t.Word.Stem != modifier.Stem && Matches(t, w.Item))
                && Array.Exists(places, p => Math.Abs(p - w.Index) <= ModifierReach)
            );

        static bool Matches(QuestionTerm term, Word word) =>
            word.IsInSameFamily(term.Word)
            || term.Alternatives.Any(a => a.Stems.Contains(word.Stem, StringComparer.Ordinal));
    }

    private sealed record Side(ScoredSentence Sentence, AnswerValue Value);
}
