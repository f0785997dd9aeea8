using SummitBot.Answering.Confidence;
using SummitBot.Answering.Explaining;
using SummitBot.Answering.News;
using SummitBot.Answering.Questions;
using SummitBot.Answering.Sentences;
using SummitBot.Answering.ShortAnswers;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Answers.Parts;
using SummitBot.Core.Articles;
using SummitBot.Core.Languages.Words;
using SummitBot.Core.News;
using SummitBot.Core.Retrieval;

namespace SummitBot.Answering;

/// <summary>
/// The writer that needs no model: quotes the one to few sentences of the passages that answer the question best, word
/// for word.
/// </summary>
public sealed class QuotingAnswerWriter : IAnswerWriter
{
    /// <summary>A further sentence is quoted when its odds against the best one are at least this.</summary>
    private const double FurtherSentenceOdds = 0.018;

    /// <summary>As the other, for a sentence that has no word of the question, nor one that may stand for it.</summary>
    private const double WordlessSentenceOdds = 0.1;

    /// <summary>
    /// From this confidence on words are set apart as the answer: below it they are wrong too often for a headline, on
    /// SQuAD 2.0 and XQuAD development questions as on the project's own.
    /// </summary>
    private const double ShortAnswerConfidence = 0.6;

    /// <summary>Share of the question's weight below which a passage is about something else.</summary>
    private const double LeastRelated = 0.2;

    /// <summary>A row of a table answers seldom when the question names none of its cells, only headers.</summary>
    private const double UnnamedRowFactor = 0.4;

    /// <summary>What it adds to the score of a row that the question looks it up.</summary>
    private const double LookupWeight = 4;

    /// <summary>At least this when the question names a row of a table and the column that it wants.</summary>
    private const double LookupConfidence = 0.65;

    /// <summary>Characters of all sentences together; a single sentence may be longer.</summary>
    private const int LongestAnswer = 400;

    private readonly AnswerParts _parts;
    private readonly QuestionAnalyzer _questions;
    private readonly CandidateSentences _candidates;
    private readonly SentenceRanker _ranker;
    private readonly NewsRanking _newsRanking;
    private readonly ConfidenceModel _confidence;
    private readonly AnswerTracer _tracer;

    public QuotingAnswerWriter(ITermAnalyzer analyzer, ITermStatistics statistics, AnswerParts parts)
    {
        var cutter = new WordCutter(analyzer);
        var weights = new SentenceWeights(parts);
        _parts = parts;
        _questions = new QuestionAnalyzer(cutter, statistics, parts);
        _candidates = new CandidateSentences(cutter);
        _ranker = new SentenceRanker(weights);
        _newsRanking = new NewsRanking(weights);
        _confidence = new ConfidenceModel(parts);
        _tracer = new AnswerTracer(weights, _confidence);

        // Read while the first question is searched for, so that its answer need not wait.
        _ = Task.Run(static () => WordTables.English);
    }

    public string Name => Answer.Embedded;

    public Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Write(request));
    }

    private AnswerDraft Write(AnswerRequest request)
    {
        bool hasEntries = request.Passages.Any(SentenceDay.HasEntry);
        if (request.Time.AsksForEntries && !hasEntries)
        {
            request = request with { Time = QuestionTime.None };
        }

        QuestionTime time = request.Time;
        bool isTimeInWords = !time.AsksForEntries
            && (!(time.IsRelative || time.WantsLatest) || !(hasEntries || request.Passages.Any(IsDated)));
        AnalyzedQuestion whole = _questions.Analyze(request.Question);
        AnalyzedQuestion timeless = Timeless(request, whole);
        AnalyzedQuestion question = isTimeInWords ? whole : timeless;
        IReadOnlyList<ScoredSentence> ranked = Rank(request, question, timeless);
        if (question.Terms.Count == 0 || ranked.Count == 0)
        {
            return new AnswerDraft([], 0);
        }

        double confidence = ConfidenceIn(ranked[0], question, timeless);
        IReadOnlyList<ScoredSentence> sides = _parts.Has(AnswerPart.Conflicts)
            ? ConflictFinder.Find(question, time, ranked, request.MaxSentences)
            : [];
        sides =
            sides.Count > 0 || !_parts.Has(AnswerPart.Conflicts)
                ? sides
                : NewerVersion.Find(question, time, ranked, request.MaxSentences);
        AnswerTrace? trace = request.Explain ? _tracer.Trace(question, ranked, confidence) : null;
        if (sides.Count > 0)
        {
            // Whole sentences: an excerpt could leave out the very detail that they disagree on.
            return new AnswerDraft(
                [.. sides.Select(s => Whole(s.Sentence) with { Confidence = ConfidenceIn(s, question, timeless) })],
                confidence
            )
            {
                IsConflicting = true,
                Trace = trace,
            };
        }

        int most = _parts.Has(AnswerPart.FurtherSentences) ? request.MaxSentences : 1;
        List<DraftSentence> sentences = Choose(ranked, question, timeless, most);
        if (_parts.Has(AnswerPart.ShortAnswers) && confidence >= ShortAnswerConfidence)
        {
            AddShortAnswer(sentences, question, ranked[0].Sentence);
        }

        return new AnswerDraft(AdjacentSentences.Join(sentences, request.Passages), confidence)
        {
            IsUnrelated = !IsRelated(ranked, timeless),
            Trace = trace,
        };
    }

    /// <summary>The words that answer by themselves; for "who" the name in a sentence before a "she", quoted with it.</summary>
    private static void AddShortAnswer(
        List<DraftSentence> sentences,
        AnalyzedQuestion question,
        CandidateSentence best
    )
    {
        if (NameBefore.Find(question, best) is not { } name)
        {
            sentences[0] = sentences[0] with { ShortAnswer = ShortAnswerFinder.Find(question, best) };
            return;
        }

        var range = new TextRange(name.Sentence.Range.Start, sentences[0].Range.End);
        int start = name.Sentence.Range.Start + name.Name.Start;
        sentences[0] = sentences[0] with
        {
            Text = best.Passage.Passage.TextOf(range),
            Range = range,
            ShortAnswer = new TextRange(start, start + name.Name.End - name.Name.Start),
        };
        sentences.RemoveAll(s => s != sentences[0] && range.Contains(s.Range) && s.Passage.Article == best.Passage.Article.Id);
    }

    private IReadOnlyList<ScoredSentence> Rank(
        AnswerRequest request,
        AnalyzedQuestion question,
        AnalyzedQuestion timeless
    )
    {
        double bestScore = request.Passages[0].Score;
        IReadOnlyList<ScoredSentence> ranked = _newsRanking.Rank(
            request.Time,
            timeless,
            _ranker.Rank(question, _candidates.Of(request.Passages), bestScore),
            bestScore
        );
        ranked = Promote(ranked, timeless);
        return _parts.Has(AnswerPart.NearCopies) ? EqualSentences.Fold(ranked) : ranked;
    }

    /// <summary>A row of a table that the question looks up goes before sentences about the same.</summary>
    private static IReadOnlyList<ScoredSentence> Promote(IReadOnlyList<ScoredSentence> ranked, AnalyzedQuestion question) =>
        ranked.Any(s => s.Sentence.Row is not null)
            ?
            [
                .. ranked
                    .Select(s => RowAnswer.IsLookup(question, s.Sentence) ? s with { Score = s.Score + LookupWeight } : s)
                    .OrderByDescending(s => s.Score),
            ]
            : ranked;

    /// <summary>The question without its words for the time; the whole one when it has none, or no others.</summary>
    private AnalyzedQuestion Timeless(AnswerRequest request, AnalyzedQuestion whole)
    {
        if (request.Time == QuestionTime.None)
        {
            return whole;
        }

        AnalyzedQuestion timeless = _questions.Analyze(request.Question with { Text = request.Time.TimelessText });
        return timeless.Terms.Count == 0 ? whole : timeless;
    }

    /// <summary>True when some passage with what stands above it has enough of the question to be about the same.</summary>
    private static bool IsRelated(IReadOnlyList<ScoredSentence> ranked, AnalyzedQuestion question) =>
        ranked
            .DistinctBy(s => s.Sentence.Rank)
            .Any(s =>
                question
                    .Terms.Where(t =>
                        t.IsContext
                        || s.Sentence.PassageWords.Has(t) > 0
                        || s.Sentence.Title.Has(t) > 0
                    )
                    .Sum(t => t.Weight)
                >= LeastRelated * question.TotalWeight
            );

    private static bool IsDated(RetrievedPassage passage) => passage.Article.Published is not null;

    private double ConfidenceIn(ScoredSentence sentence, AnalyzedQuestion question, AnalyzedQuestion timeless)
    {
        double confidence = _confidence.Probability(ConfidenceFeatureExtractor.Extract(question, sentence.Sentence));
        if (sentence.Sentence.Row is not null)
        {
            return !RowAnswer.IsMeant(timeless, sentence.Sentence) ? confidence * UnnamedRowFactor
                : RowAnswer.IsLookup(timeless, sentence.Sentence) ? Math.Max(confidence, LookupConfidence)
                : confidence;
        }

        return sentence.News.Fit == PeriodFit.InsideByPublication
            ? Math.Max(
                confidence,
                _confidence.Probability(ConfidenceFeatureExtractor.Extract(timeless, sentence.Sentence))
            )
            : NewsWeights.Confidence(confidence, sentence.News.Fit);
    }

    private List<DraftSentence> Choose(
        IReadOnlyList<ScoredSentence> ranked,
        AnalyzedQuestion question,
        AnalyzedQuestion timeless,
        int most
    )
    {
        var chosen = new List<DraftSentence>();
        int length = 0;
        foreach (ScoredSentence next in ranked)
        {
            double odds = Math.Exp(next.Score - ranked[0].Score);
            if (chosen.Count == most || odds <= FurtherSentenceOdds)
            {
                break;
            }

            if (next.Features.PrefixCoverage == 0 && odds <= WordlessSentenceOdds)
            {
                continue;
            }

            DraftSentence draft = DraftOf(next.Sentence, question) with
            {
                Confidence = ConfidenceIn(next, question, timeless),
            };
            bool isRepetition = chosen.Exists(c => string.Equals(c.Text, draft.Text, StringComparison.Ordinal));
            bool fits = chosen.Count == 0 || length + 1 + draft.Text.Length <= LongestAnswer;
            if (!isRepetition && fits)
            {
                chosen.Add(draft);
                length += 1 + draft.Text.Length;
            }
        }

        return chosen;
    }

    private static DraftSentence Whole(CandidateSentence sentence) => Quote(sentence, Excerpt.Whole(sentence));

    private static DraftSentence DraftOf(CandidateSentence sentence, AnalyzedQuestion question) =>
        Quote(sentence, Excerpt.Of(sentence, question));

    private static DraftSentence Quote(CandidateSentence sentence, TextRange range) =>
        new(sentence.Passage.Passage.TextOf(range), sentence.Passage.Passage.Id, range);
}
