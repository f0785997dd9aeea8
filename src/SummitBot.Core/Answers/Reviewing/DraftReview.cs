using SummitBot.Core.Models;
using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Groundedness;
using SummitBot.Groundedness.Checks;
using SummitBot.Groundedness.Sources;
using SummitBot.Language;

namespace SummitBot.Core.Answers.Reviewing;

/// <summary>
/// The review of one model's draft, sentence by sentence as they arrive. A sentence passes when its words match a window
/// of a passage, clause by clause; else it is quoted or dropped. What <see cref="Check"/> returns may be shown at once.
/// </summary>
public sealed class DraftReview
{
    private const int MaxPassagesTried = 8;
    private const int MaxQuotations = 2;
    private const string UnresolvedPronoun = "unresolvedPronoun";

    private readonly ClaimChecker _checker;
    private readonly ClaimMatcher _matcher;
    private readonly ResolvedQuestion _question;
    private readonly PromptInjectionDetector _injectionDetector;
    private readonly Dictionary<PassageId, Lazy<SourceText>> _sources = [];
    private readonly List<AnswerSentence> _sentences = [];
    private readonly CitationList _citations = new();
    private readonly List<ReviewedSentence> _log = [];
    private ReviewedSentence? _previous;

    internal DraftReview(ClaimChecker checker, ResolvedQuestion question, IReadOnlyList<RetrievedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(question);
        _checker = checker;
        _matcher = new ClaimMatcher(checker);
        _question = question;
        _injectionDetector = new PromptInjectionDetector(question);
        AddPassages(passages);
    }

    /// <summary>The sentences that passed so far and their citations; both empty at first.</summary>
    public CheckedDraft Current => new([.. _sentences], _citations.Current);

    /// <summary>Passages that the model found on its way; known ones change nothing.</summary>
    public void AddPassages(IReadOnlyList<RetrievedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        foreach (RetrievedPassage passage in passages)
        {
            _sources.TryAdd(passage.Passage.Id, new Lazy<SourceText>(() => _checker.Analyze(passage)));
        }
    }

    /// <summary>Decides on the next sentence of the draft.</summary>
    public ReviewedSentence Check(GeneratedSentence drafted)
    {
        ArgumentNullException.ThrowIfNull(drafted);
        ReviewedSentence reviewed = Decide(drafted);
        _log.Add(reviewed);
        if (reviewed.Sentence is { } sentence)
        {
            _sentences.Add(sentence);
        }

        if (reviewed.Action != SentenceAction.Skipped)
        {
            _previous = reviewed;
        }

        return reviewed;
    }

    /// <summary>Decides on the draft as a whole, after its last sentence.</summary>
    public ReviewOutcome Conclude() => new(DecideOnDraft(), Current, [.. _log]);

    private ReviewedSentence Decide(GeneratedSentence drafted)
    {
        PlainSentence plain = PlainSentence.From(drafted.Text);
        if (BoilerplateSentences.Contain(plain.Text))
        {
            return new ReviewedSentence(drafted.Text, SentenceAction.Skipped, null, [], null, null);
        }

        bool opensWithPronoun = LeadingPronoun.Opens(plain.Text);
        string claim = opensWithPronoun ? LeadingPronoun.Resolve(plain.Text, _previous?.Sentence?.Text) : plain.Text;
        SourceText[] cited = [.. drafted.Cited.Distinct().Where(_sources.ContainsKey).Select(id => _sources[id].Value)];
        IEnumerable<SourceText> atHand = _sources.Values.Select(s => s.Value);
        ClaimMatch match = _matcher.Match(claim, cited, atHand);
        string? bar = BarTo(plain, opensWithPronoun);
        if (bar is null && IsSupported(match))
        {
            return Keep(drafted, plain.Text, match, ActionFor(match));
        }

        SourceText[] others = [.. atHand.Except(cited).Take(MaxPassagesTried)];
        ClaimMatch other = _matcher.Match(claim, others, atHand);
        if (bar is null && IsSupported(other))
        {
            return Keep(drafted, plain.Text, other, SentenceAction.Remarked);
        }

        ClaimMatch nearest = match.Parts.Count > 0 ? match : other;
        bar ??= match.Passes || other.Passes ? PromptInjectionDetector.Code : null;
        IReadOnlyList<string> codes = bar is null ? [.. nearest.FailedChecks.Select(o => o.Code)] : [bar];
        return Quote(drafted, claim, [.. cited, .. others], codes);
    }

    /// <summary>Why the sentence may not be shown whatever the sources say; null when nothing bars it.</summary>
    private string? BarTo(PlainSentence plain, bool opensWithPronoun)
    {
        if (!plain.IsHarmless)
        {
            return PlainSentence.Code;
        }

        if (_injectionDetector.IsIn(plain.Text))
        {
            return PromptInjectionDetector.Code;
        }

        return opensWithPronoun && _previous is { Stands: false } ? UnresolvedPronoun : null;
    }

    /// <summary>The claim matches, and what it matches is no instruction.</summary>
    private bool IsSupported(ClaimMatch match) => match.Passes && match.Parts.All(IsFitToShow);

    private bool IsFitToShow(MatchedPart part) => !part.Source.TextsIn(part.Range).Any(_injectionDetector.IsIn);

    /// <summary>All sources of a review are retrieved passages.</summary>
    private static RetrievedPassage GetPassage(MatchedPart part) => (RetrievedPassage)part.Source.Passage;

    private static SentenceAction ActionFor(ClaimMatch match) =>
        match.Support >= ClaimSupport.Strict ? SentenceAction.Kept : SentenceAction.KeptWithSource;

    private ReviewedSentence Keep(GeneratedSentence drafted, string text, ClaimMatch match, SentenceAction action)
    {
        int[] numbers = [.. match.Parts.Select(p => _citations.GetOrAdd(GetPassage(p), p.Range).Number).Distinct()];
        var sentence = new AnswerSentence(text, numbers) { ShowSource = match.Support < ClaimSupport.Strict };
        return new ReviewedSentence(
            drafted.Text,
            action,
            sentence,
            [.. match.FailedChecks.Select(o => o.Code)],
            GetPassage(match.Parts[0]).Passage.Id,
            match.Parts[0].Range
        );
    }

    private ReviewedSentence Quote(
        GeneratedSentence drafted,
        string claim,
        IReadOnlyList<SourceText> sources,
        IReadOnlyList<string> codes
    )
    {
        if (QuotationFinder.Find(claim, sources, IsFitToShow) is not { } nearest)
        {
            return new ReviewedSentence(drafted.Text, SentenceAction.Dropped, null, codes, null, null);
        }

        RetrievedPassage source = GetPassage(nearest);
        if (_citations.Current.Any(c => c.Article.Id == source.Article.Id && c.Range.Contains(nearest.Range)))
        {
            return new ReviewedSentence(
                drafted.Text,
                SentenceAction.Dropped,
                null,
                codes,
                source.Passage.Id,
                nearest.Range
            );
        }

        Citation citation = _citations.GetOrAdd(source, nearest.Range);
        string text = Phrases.For(_question.Language).AccordingToTheArticle(citation.Quote.Replace('\n', ' '));
        return new ReviewedSentence(
            drafted.Text,
            SentenceAction.Quoted,
            new AnswerSentence(text, [citation.Number]) { IsQuotation = true },
            codes,
            source.Passage.Id,
            nearest.Range
        );
    }

    private DraftDecision DecideOnDraft()
    {
        ReviewedSentence[] stating = [.. _log.Where(s => s.Action != SentenceAction.Skipped)];
        if (stating.Length == 0)
        {
            return DraftDecision.StatesNothing;
        }

        if (stating.Count(s => s.Stands) * 2 < stating.Length)
        {
            return DraftDecision.TooFewStand;
        }

        if (stating.Count(s => s.Action == SentenceAction.Quoted) > MaxQuotations)
        {
            return DraftDecision.TooManyQuotations;
        }

        ReviewedSentence answering = stating.MaxBy(s => WordOverlap.Share(_question.Text, s.Draft))!;
        return answering.Action == SentenceAction.Dropped ? DraftDecision.AnswerFell : DraftDecision.Stands;
    }
}
