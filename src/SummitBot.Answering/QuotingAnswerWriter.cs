using SummitBot.Answering.News;
using SummitBot.Answering.Questions;
using SummitBot.Answering.Reading;
using SummitBot.Answering.Sentences;
using SummitBot.Answering.ShortAnswers;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Answers.Parts;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Dates;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Answering;

/// <summary>
/// The writer that needs no language model: quotes the one to few sentences of the passages that answer the question
/// best, word for word.
/// </summary>
public sealed class QuotingAnswerWriter : IAnswerWriter
{
    /// <summary>
    /// From this confidence on words are set apart as the answer: below it they are wrong too often for a headline, on
    /// SQuAD 2.0 and XQuAD development questions as on the project's own.
    /// </summary>
    private const double ShortAnswerConfidence = 0.6;

    /// <summary>Share of the question's weight below which a passage is about something else.</summary>
    private const double MinRelated = 0.2;

    /// <summary>From this confidence on a sentence is about the question, though it shares no word with it.</summary>
    private const double SurelyRelated = 0.25;

    /// <summary>The same for other languages, whose confidence is higher for the same sentence.</summary>
    private const double ForeignAnswerConfidence = 0.73;

    /// <summary>From this confidence on a statement is confirmed or denied, and the reader's short answer is shown, ...</summary>
    private const double ReadAnswerConfidence = 0.5;

    /// <summary>... if it is at least so likely among all of its sentence.</summary>
    private const double ReadAnswerProbability = 0.8;

    /// <summary>An instruction planted in an article answers nothing, whatever the reader makes of it.</summary>
    private static readonly SentenceReading NoAnswer = new(LogOdds: -12);

    private readonly AblationSwitches _ablation;
    private readonly PassageReader _reader;
    private readonly QuestionAnalyzer _questions;
    private readonly CandidateSentences _candidates;
    private readonly SentenceScoring _unread;
    private readonly SentenceScoring _read;
    private readonly SentenceScoring _foreign;

    public QuotingAnswerWriter(
        ITermAnalyzer analyzer,
        ITermStatistics statistics,
        PassageReader reader,
        AblationSwitches ablation
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(ablation);
        var tokenizer = new WordTokenizer(analyzer);
        _ablation = ablation;
        _reader = reader;
        _questions = new QuestionAnalyzer(tokenizer, statistics, ablation);
        _candidates = new CandidateSentences(tokenizer);
        _unread = new SentenceScoring(ablation, isRead: false);
        _read = new SentenceScoring(ablation, isRead: true);
        _foreign = new SentenceScoring(ablation, isRead: false, isEnglish: false);

        // Read while the first question is searched for, so that its answer need not wait.
        _ = Task.Run(static () => WordTables.English);
        if (ablation.Has(AblationSwitch.Reading))
        {
            _ = Task.Run(reader.Prepare);
        }
    }

    public string Name => Answer.ExtractiveWriter;

    public async Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        bool hasEntries = request.Passages.Any(SentenceDay.HasEntry);
        if (request.Time.AsksForEntries && !hasEntries)
        {
            request = request with { Time = QuestionTime.None };
        }

        QuestionTime time = request.Time;
        bool isTimeInWords =
            !time.AsksForEntries
            && (!(time.IsRelative || time.WantsLatest) || !(hasEntries || request.Passages.Any(IsDated)));
        bool isReadWithoutTime = request.Time != QuestionTime.None && (hasEntries || !isTimeInWords);
        IReadOnlyList<string> wordings = GetWordings(request.Question);
        Task<IReadOnlyList<PassageReadings>?> reading = _ablation.Has(AblationSwitch.Reading)
            ? _reader.ReadAsync(
                isReadWithoutTime ? [.. wordings, request.Time.TimelessText] : wordings,
                request.Question.Language,
                request.Passages,
                cancellationToken
            )
            : Task.FromResult<IReadOnlyList<PassageReadings>?>(null);
        IReadOnlyList<CandidateSentence> candidates = _candidates.From(request.Passages);
        if (await reading is not { } readings)
        {
            return Write(request, isTimeInWords, candidates, null, null);
        }

        return Write(
            request,
            isTimeInWords,
            candidates,
            readings.Take(wordings.Count).MaxBy(r => r.BestLogOdds),
            isReadWithoutTime ? readings[^1] : null
        );
    }

    private AnswerDraft Write(
        AnswerRequest request,
        bool isTimeInWords,
        IReadOnlyList<CandidateSentence> candidates,
        PassageReadings? readings,
        PassageReadings? timelessReadings
    )
    {
        AnalyzedQuestion whole = _questions.Analyze(request.Question);
        AnalyzedQuestion timeless = Timeless(request, whole);
        AnalyzedQuestion question = isTimeInWords ? whole : timeless;
        Assign(request, candidates, readings, timelessReadings);
        SentenceScoring scoring =
            readings is not null ? _read
            : request.Question.Language == PassageReader.Language ? _unread
            : _foreign;
        IReadOnlyList<ScoredSentence> ranked = scoring.Rank(
            request,
            question,
            timeless,
            [.. candidates.Where(c => !IsRepetition(c, request.Question, question))]
        );
        if (question.Terms.Count == 0 || ranked.Count == 0)
        {
            return new AnswerDraft([], 0);
        }

        double confidence = ConfidenceIn(ranked[0]);
        bool isUnrelated = confidence < SurelyRelated && !IsRelated(ranked, timeless);
        AnswerTrace? trace = request.Explain ? scoring.Trace(question, ranked, confidence) : null;
        IReadOnlyList<ScoredSentence> sides = FindSides(question, request.Time, ranked, request.MaxSentences);
        if (sides.Count > 0)
        {
            // Whole sentences: an excerpt could leave out the very detail that they disagree on.
            ExtractedSentence[] quotes =
            [
                .. sides.Select(s => QuoteSelection.Whole(s.Sentence) with { Confidence = ConfidenceIn(s) }),
            ];
            return new AnswerDraft(quotes, confidence)
            {
                IsConflicting = true,
                Offers = OfferedPassages.Choose(ranked, request.Passages),
                Trace = trace,
            };
        }

        int max = _ablation.Has(AblationSwitch.FurtherSentences) ? request.MaxSentences : 1;
        List<ExtractedSentence> sentences =
        [
            .. QuoteSelection
                .Choose(ranked, question, readings is not null, max)
                .Select(s => s.Draft with { Confidence = ConfidenceIn(s.Sentence) }),
        ];
        if (_ablation.Has(AblationSwitch.ShortAnswers))
        {
            AddShortAnswer(sentences, question, ranked[0].Sentence, confidence);
        }

        return new AnswerDraft(AdjacentSentences.Join(sentences, request.Passages), confidence)
        {
            Confirms = confidence >= ReadAnswerConfidence ? StatementCheck.Check(question, ranked[0].Sentence) : null,
            IsUnrelated = isUnrelated,
            Offers = OfferedPassages.Choose(ranked, request.Passages),
            Trace = trace,
        };

        double ConfidenceIn(ScoredSentence sentence) => scoring.ConfidenceIn(sentence, ranked, question, timeless);
    }

    private static void Assign(
        AnswerRequest request,
        IReadOnlyList<CandidateSentence> candidates,
        PassageReadings? readings,
        PassageReadings? timelessReadings
    )
    {
        var planted = new PromptInjectionDetector(request.Question);
        foreach (CandidateSentence candidate in candidates)
        {
            SentenceReading? reading = Find(readings, candidate);
            SentenceReading? timeless = Find(timelessReadings, candidate);
            if (timeless?.LogOdds > reading?.LogOdds && MatchesTime(request.Time, candidate))
            {
                reading = timeless;
            }

            candidate.Reading = reading is not null && planted.IsIn(candidate.Text) ? NoAnswer : reading;
        }
    }

    /// <summary>True for a sentence of the last answer that lacks what the question now asks about.</summary>
    private static bool IsRepetition(
        CandidateSentence candidate,
        ResolvedQuestion resolved,
        AnalyzedQuestion question
    ) =>
        resolved.AlreadyAnswered is { } answered
        && answered.Contains(candidate.Text, StringComparison.Ordinal)
        && question.Terms.Any(t =>
            !t.IsContext && IsAskedNow(t, resolved) && candidate.Has(t) == 0 && candidate.Title.Has(t) == 0
        );

    private static bool IsAskedNow(QuestionTerm term, ResolvedQuestion resolved) =>
        resolved.Asked.Contains(term.Word.Text, StringComparison.OrdinalIgnoreCase);

    private static SentenceReading? Find(PassageReadings? readings, CandidateSentence candidate) =>
        readings?.Find(candidate.Passage.Article.Id, candidate.Range);

    /// <summary>Dates near it or the order of dates answer for the time, so that its words need not.</summary>
    private static bool MatchesTime(QuestionTime time, CandidateSentence candidate) =>
        PeriodFitter.GetFit(time, candidate) switch
        {
            PeriodFit.Inside or PeriodFit.InsideByPublication => true,
            PeriodFit.Unknown => time.Period is null,
            _ => false,
        };

    /// <summary>The sentences that contradict the best one or that it replaces, the newest first; none when nothing does.</summary>
    private IReadOnlyList<ScoredSentence> FindSides(
        AnalyzedQuestion question,
        QuestionTime time,
        IReadOnlyList<ScoredSentence> ranked,
        int max
    )
    {
        if (!_ablation.Has(AblationSwitch.Conflicts))
        {
            return [];
        }

        IReadOnlyList<ScoredSentence> sides = ConflictFinder.Find(question, time, ranked, max);
        return sides.Count > 0 ? sides : NewerVersion.Find(question, time, ranked, max);
    }

    /// <summary>The words that answer by themselves; for "who" the name in a sentence before a "she", quoted with it.</summary>
    private static void AddShortAnswer(
        List<ExtractedSentence> sentences,
        AnalyzedQuestion question,
        CandidateSentence best,
        double confidence
    )
    {
        if (NameBefore.Find(question, best) is not { } name)
        {
            sentences[0] = sentences[0] with { ShortAnswer = ShortAnswerIn(best, question, confidence) };
            return;
        }

        var range = new TextRange(name.Sentence.Range.Start, sentences[0].Range.End);
        int start = name.Sentence.Range.Start + name.Name.Start;
        sentences[0] = sentences[0] with
        {
            Text = best.Passage.Passage.GetText(range),
            Range = range,
            ShortAnswer =
                confidence < ShortAnswerConfidence
                    ? null
                    : new TextRange(start, start + name.Name.End - name.Name.Start),
        };
        sentences.RemoveAll(s =>
            s != sentences[0] && range.Contains(s.Range) && s.Passage.Article == best.Passage.Article.Id
        );
    }

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
                    .Terms.Where(t => t.IsContext || s.Sentence.PassageWords.Has(t) > 0 || s.Sentence.Title.Has(t) > 0)
                    .Sum(t => t.Weight)
                >= MinRelated * question.TotalWeight
            );

    /// <summary>A follow-up is read as it was resolved and as it was asked, since it may have stood alone.</summary>
    private static IReadOnlyList<string> GetWordings(ResolvedQuestion question) =>
        question.Text == question.Asked || question.AlreadyAnswered is not null
            ? [question.Text]
            : [question.Text, question.Asked];

    private static bool IsDated(RetrievedPassage passage) => passage.Article.Published is not null;

    private static TextRange? ShortAnswerIn(CandidateSentence sentence, AnalyzedQuestion question, double confidence)
    {
        double min =
            question.Profile.Language == PassageReader.Language ? ShortAnswerConfidence : ForeignAnswerConfidence;
        bool isReadSurely =
            confidence >= ReadAnswerConfidence && sentence.Reading?.ShortAnswerProbability >= ReadAnswerProbability;
        return sentence.Row is null && isReadSurely ? sentence.Reading?.ShortAnswer
            : confidence >= min ? ShortAnswerFinder.Find(question, sentence)
            : null;
    }
}
