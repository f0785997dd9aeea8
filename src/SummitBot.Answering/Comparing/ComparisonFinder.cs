using SummitBot.Answering.Sentences;
using SummitBot.Core.Answers;
using SummitBot.Core.Questions;
using SummitBot.Language.Tokens;

namespace SummitBot.Answering.Comparing;

/// <summary>Finds, for each of the two things that a question compares, the sentence with its number, in the same unit.</summary>
internal static class ComparisonFinder
{
    /// <summary>Sentences considered, best first.</summary>
    private const int MaxSentences = 40;

    private const int InSentence = 3;
    private const int InSubject = 2;
    private const int InTitle = 1;

    /// <summary>The two numbers; null when they are not both found.</summary>
    /// <param name="ranked">The sentences, best first.</param>
    public static FoundComparison? Find(
        AnalyzedQuestion question,
        ComparedSides sides,
        IReadOnlyList<ScoredSentence> ranked
    )
    {
        Figure[] figures = [.. ranked.Take(MaxSentences).SelectMany(Figure.FindIn)];
        QuestionTerm[] shared = [.. question.Terms.Where(t => !t.IsContext && !IsOfSides(t.Word, sides))];
        var measure = Measure.Find(question);
        (Figure One, Figure Other, PairScore Score)? best = null;
        foreach (Figure one in figures)
        {
            foreach (Figure other in figures)
            {
                bool isPair =
                    one.Range != other.Range
                    && one.Quantity.IsComparable(other.Quantity)
                    && string.Equals(one.Header, other.Header, StringComparison.OrdinalIgnoreCase)
                    && measure?.Fits(one) != false;
                if (
                    isPair
                    && Score(one, other, sides, shared, measure, figures) is { } score
                    && !(score.Value <= best?.Score.Value)
                )
                {
                    best = (one, other, score);
                }
            }
        }

        return best is { } found ? new FoundComparison(found.One, found.Other, sides, found.Score.IsSure) : null;
    }

    /// <summary>True when a sentence names both sides, and so may compare them itself.</summary>
    public static bool NamesBoth(CandidateSentence sentence, ComparedSides sides) =>
        sides.First.Count > 0
        && sides.Second.Count > 0
        && HasAll(sentence, sides.First)
        && HasAll(sentence, sides.Second);

    /// <summary>How well the figures fit the two sides; null when they are not about them, or not about what is asked.</summary>
    private static PairScore? Score(
        Figure one,
        Figure other,
        ComparedSides sides,
        QuestionTerm[] shared,
        Measure? measure,
        Figure[] figures
    )
    {
        bool isUnitAsked = one.Unit.Any(u => Array.Exists(shared, t => t.Word.IsInSameFamily(u)));
        double covered = Cover(one.Sentence, shared) + Cover(other.Sentence, shared);
        bool isAsked =
            isUnitAsked
            || measure is not null
            || (Cover(one.Sentence, shared) > 0 && Cover(other.Sentence, shared) > 0);
        if (!isAsked || FindLevels(one, other, sides, isUnitAsked, figures) is not { } level)
        {
            return null;
        }

        bool isMeasured = isUnitAsked || measure is not null;
        return new PairScore(
            level.First + level.Second + covered + (isUnitAsked ? 2 : 0),
            isMeasured || Math.Min(level.First, level.Second) > InTitle
        );
    }

    private static (int First, int Second)? FindLevels(
        Figure one,
        Figure other,
        ComparedSides sides,
        bool isUnitAsked,
        Figure[] figures
    )
    {
        int first = GetLevel(one, sides.First, sides.Second);
        int second = GetLevel(other, sides.Second, sides.First);
        if (sides.First.Count > 0 && sides.Second.Count > 0)
        {
            return first > 0 && second > 0 ? (first, second) : null;
        }

        // "She" and "he": the only two such figures of the article, in the order of the text.
        bool areOnly =
            isUnitAsked
            && one.Sentence.Passage.Article.Id == other.Sentence.Passage.Article.Id
            && figures
                .Where(f => f.Sentence.Passage.Article.Id == one.Sentence.Passage.Article.Id)
                .Where(f => f.Quantity.IsComparable(one.Quantity))
                .DistinctBy(f => f.Range)
                .Count() == 2;
        bool isInOrder = sides.First.Count > 0 ? first > 0 : one.Range.Start < other.Range.Start;
        return areOnly && isInOrder ? (InTitle, 0) : null;
    }

    /// <summary>How near a figure stands to all words of a side; 0 when it is not about it.</summary>
    private static int GetLevel(Figure figure, IReadOnlyList<Word> side, IReadOnlyList<Word> other)
    {
        if (side.Count == 0)
        {
            return 0;
        }

        CandidateSentence sentence = figure.Sentence;
        if (HasAll(sentence, side))
        {
            bool isShared = other.Count > 0 && HasAll(sentence, other);
            return !isShared || GetDistance(figure, side, other) < GetDistance(figure, other, side) ? InSentence : 0;
        }

        return SubjectSentence.Find(sentence) is { } subject && HasAll(subject, side) ? InSubject
            : !HasAll(sentence, other) && side.All(w => sentence.HasFamily(w) || sentence.Title.HasFamily(w)) ? InTitle
            : 0;
    }

    /// <summary>Words between the figure and the nearest word that only this side has.</summary>
    private static int GetDistance(Figure figure, IReadOnlyList<Word> side, IReadOnlyList<Word> other) =>
        figure
            .Sentence.Words.Index()
            .Where(w => side.Any(s => s.IsInSameFamily(w.Item)) && !other.Any(o => o.IsInSameFamily(w.Item)))
            .Select(w => Math.Abs(w.Index - figure.At))
            .DefaultIfEmpty(int.MaxValue)
            .Min();

    private static bool HasAll(CandidateSentence sentence, IReadOnlyList<Word> side) =>
        side.Count > 0 && side.All(sentence.HasFamily);

    private static double Cover(CandidateSentence sentence, QuestionTerm[] shared) =>
        shared.Length == 0 ? 0 : shared.Sum(t => sentence.Has(t)) / shared.Length;

    private static bool IsOfSides(Word word, ComparedSides sides) =>
        sides.First.Concat(sides.Second).Any(w => w.Stem == word.Stem) || sides.Comparative?.Stem == word.Stem;

    /// <param name="IsSure">See <see cref="FoundComparison"/>.</param>
    private readonly record struct PairScore(double Value, bool IsSure);
}

/// <summary>Two comparable figures, the first for the first side.</summary>
/// <param name="IsSure">
/// Whether the figures measure what is asked or stand beside the names of both sides; otherwise any two figures of the same unit
/// in articles about the sides would do.
/// </param>
internal sealed record FoundComparison(Figure First, Figure Second, ComparedSides Sides, bool IsSure)
{
    /// <summary>The sentences to quote, in the order of the text when they are from one article.</summary>
    public IReadOnlyList<ExtractedSentence> Quotes
    {
        get
        {
            ExtractedSentence first = QuoteSelection.Whole(First.Sentence);
            ExtractedSentence second = QuoteSelection.Whole(Second.Sentence);
            return first == second ? [first]
                : first.Passage.Article == second.Passage.Article && second.Range.Start < first.Range.Start
                    ? [second, first]
                : [first, second];
        }
    }

    public NumberDifference Difference =>
        new(
            new QuotedNumber(QuoteSelection.Whole(First.Sentence), First.Range, Label(Sides.First)),
            new QuotedNumber(QuoteSelection.Whole(Second.Sentence), Second.Range, Label(Sides.Second))
        );

    private static string Label(IReadOnlyList<Word> side) => string.Join(' ', side.Select(w => w.Text));
}
