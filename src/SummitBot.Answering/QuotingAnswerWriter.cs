using SummitBot.Answering.News;
using SummitBot.Answering.Reading;
using SummitBot.Answering.Sentences;
using SummitBot.Answering.ShortAnswers;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language.Dates;
using SummitBot.Language.Recognition;
using SummitBot.Language.Sentences;
using SummitBot.Language.Tokens;
using SummitBot.Language.Words;

namespace SummitBot.Answering;

/// <summary>
/// The writer that needs no language model: it quotes, word for word, the one or few sentences of the passages that
/// answer the question best.
/// </summary>
public sealed class QuotingAnswerWriter : IAnswerWriter
{
    /// <summary>
    /// From this confidence on, a short answer is highlighted. Below it, short answers are wrong too often, both on the
    /// development questions of SQuAD 2.0 and XQuAD and on the project's own.
    /// </summary>
    private const double ShortAnswerConfidence = 0.6;

    /// <summary>Share of the question's weight below which a passage is about something else.</summary>
    private const double MinRelated = 0.2;

    /// <summary>From this confidence on, a sentence is about the question even if it shares no word with it.</summary>
    private const double SurelyRelated = 0.25;

    /// <summary>The same limit for other languages, where the same sentence gets a higher confidence.</summary>
    private const double ForeignAnswerConfidence = 0.77;

    /// <summary>From this confidence on a statement is confirmed or denied, and the reader's short answer is shown, ...</summary>
    internal const double ReadAnswerConfidence = 0.44;

    /// <summary>... if its probability within its sentence is at least this.</summary>
    private const double ReadAnswerProbability = 0.8;

    /// <summary>Share of the question's weight that a sentence has when it repeats the fact whose reason is asked for.</summary>
    private const double MinRestatedFact = 0.6;

    /// <summary>A prompt injection in an article is never an answer, whatever the reader says.</summary>
    private static readonly SentenceReading NoAnswer = new(LogOdds: -12);

    /// <summary>The reader reads the best passages; what it did not read is as unlikely as most of what it did.</summary>
    private static readonly SentenceReading Unread = new(LogOdds: -3);

    private readonly PassageReader _reader;
    private readonly QuestionAnalyzer _questions;
    private readonly CandidateSentences _candidates;
    private readonly RestatedQuestion _restated;
    private readonly SentenceScoring _unread;
    private readonly SentenceScoring _read;
    private readonly SentenceScoring _foreign;

    public QuotingAnswerWriter(ITermAnalyzer analyzer, QuestionAnalyzer questions, PassageReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (_questions, _reader) = (questions, reader);
        _candidates = new CandidateSentences(analyzer);
        _restated = new RestatedQuestion(questions);
        _unread = new SentenceScoring(isRead: false);
        _read = new SentenceScoring(isRead: true);
        _foreign = new SentenceScoring(isRead: false, isEnglish: false);

        // Loaded in the background while the first question is searched, so that its answer does not wait.
        _ = Task.Run(static () => WordTables.English);
        _ = Task.Run(reader.Prepare);
    }

    public string Name => Answer.ExtractiveWriter;

    public async Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        bool hasEntries = request.Passages.Any(SentenceDay.HasEntry);
        AnalyzedQuestion stated = request.Question;
        QuestionTime time = stated.Time.AsksForEntries && !hasEntries ? QuestionTime.None : stated.Time;
        bool isTimeInWords =
            !time.AsksForEntries
            && (!(time.IsRelative || time.WantsLatest) || !(hasEntries || request.Passages.Any(IsDated)));
        bool isReadWithoutTime =
            time != QuestionTime.None && time.TimelessText.Length > 0 && (hasEntries || !isTimeInWords);
        string? open = StatementCheck.LeaveOpen(stated, stated.Text);
        IReadOnlyList<string> wordings = GetWordings(stated.Resolved);
        Task<IReadOnlyList<PassageReadings>?> reading = _reader.ReadAsync(
            [.. wordings, isReadWithoutTime ? time.TimelessText : "", open ?? ""],
            stated.Language,
            request.Passages,
            cancellationToken
        );
        IReadOnlyList<CandidateSentence> candidates = _candidates.From(request.Passages);
        _restated.Mark(stated, candidates);
        IReadOnlyList<PassageReadings>? readings = await reading;
        AnswerDraft draft = Write(
            request,
            stated,
            time,
            isTimeInWords,
            candidates,
            readings?.Take(wordings.Count).MaxBy(r => r.BestLogOdds),
            isReadWithoutTime ? readings?[^2] : null
        );
        if (open is null || draft.Confirms is not null)
        {
            return draft;
        }

        // A wrong number makes the very sentence that corrects it unlikely: the question is asked without it.
        AnswerRequest opened = request with
        {
            Question = _questions.Reword(stated, open),
        };
        AnswerDraft corrected = Write(opened, stated, time, isTimeInWords, candidates, readings?[^1], null);
        return corrected.Confirms == false ? corrected : draft;
    }

    /// <param name="stated">The question as it was asked.</param>
    private AnswerDraft Write(
        AnswerRequest request,
        AnalyzedQuestion stated,
        QuestionTime time,
        bool isTimeInWords,
        IReadOnlyList<CandidateSentence> candidates,
        PassageReadings? readings,
        PassageReadings? timelessReadings
    )
    {
        AnalyzedQuestion whole = request.Question;
        AnalyzedQuestion timeless = time == QuestionTime.None ? whole : whole.Timeless;
        AnalyzedQuestion question = isTimeInWords ? whole : timeless;
        Assign(whole.Resolved, time, candidates, readings, timelessReadings);
        SentenceScoring scoring =
            readings is not null ? _read
            : whole.Language == PassageReader.Language ? _unread
            : _foreign;
        IReadOnlyList<ScoredSentence> ranked = scoring.Rank(
            request.Passages[0].Score,
            time,
            question,
            timeless,
            [.. candidates.Where(c => !c.IsQuestion && !IsRepetition(c, whole.Resolved, question))]
        );
        if (question.Terms.Count == 0 || ranked.Count == 0)
        {
            return new AnswerDraft([], 0);
        }

        double confidence = ConfidenceIn(ranked[0]);
        AnswerDraft unsure = new([], confidence)
        {
            IsUnrelated = confidence < SurelyRelated && !IsRelated(ranked, timeless),
            Offers = OfferedPassages.Choose(
                ranked,
                request.Passages,
                c => whole.Resolved.ExcludesAnswered && IsRepetition(c, whole.Resolved, question)
            ),
            Trace = request.Explain ? scoring.Trace(question, ranked, confidence) : null,
        };
        if (!whole.Resolved.ExcludesAnswered && QuestionFormDraft.Write(request, stated, ranked, unsure) is { } form)
        {
            return form;
        }

        AnswerDraft draft = Quote(request, question, time, ranked, readings is not null, unsure, ConfidenceIn);
        bool isChecked = confidence >= ReadAnswerConfidence && !draft.IsConflicting;
        return isChecked ? draft with { Confirms = StatementCheck.Check(stated, ranked[0].Sentence) } : draft;

        double ConfidenceIn(ScoredSentence sentence) => scoring.ConfidenceIn(sentence, ranked, question, timeless);
    }

    /// <summary>The draft with the best sentences, or with the sides of a disagreement.</summary>
    /// <param name="unsure">The draft without sentences.</param>
    private static AnswerDraft Quote(
        AnswerRequest request,
        AnalyzedQuestion question,
        QuestionTime time,
        IReadOnlyList<ScoredSentence> ranked,
        bool isRead,
        AnswerDraft unsure,
        Func<ScoredSentence, double> confidenceIn
    )
    {
        IReadOnlyList<ScoredSentence> sides = FindSides(question, time, ranked, request.MaxSentences);
        if (sides.Count > 0)
        {
            return unsure with
            {
                // Whole sentences: an excerpt could omit the detail that they disagree about.
                Sentences =
                [
                    .. sides.Select(s => QuoteSelection.Whole(s.Sentence) with { Confidence = confidenceIn(s) }),
                ],
                IsUnrelated = false,
                IsConflicting = true,
            };
        }

        List<ExtractedSentence> sentences =
        [
            .. QuoteSelection
                .Choose(ranked, question, isRead, request.MaxSentences)
                .Select(s => s.Draft with { Confidence = confidenceIn(s.Sentence) }),
        ];
        AddShortAnswer(sentences, question, ranked[0].Sentence, unsure.Confidence);
        AddReason(sentences, question, ranked[0].Sentence, request.MaxSentences);
        return unsure with
        {
            Sentences = AdjacentSentences.Join(sentences, request.Passages),
            IsOfferOnly = question.Resolved.ExcludesAnswered && !GivesReason(ranked[0].Sentence, question),
        };
    }

    private static void Assign(
        ResolvedQuestion question,
        QuestionTime time,
        IReadOnlyList<CandidateSentence> candidates,
        PassageReadings? readings,
        PassageReadings? timelessReadings
    )
    {
        var planted = new PromptInjectionDetector(question);
        foreach (CandidateSentence candidate in candidates)
        {
            SentenceReading? reading = Find(readings, candidate) ?? (readings is null ? null : Unread);
            SentenceReading? timeless = Find(timelessReadings, candidate);
            if (timeless?.LogOdds > reading?.LogOdds && MatchesTime(time, candidate))
            {
                reading = timeless;
            }

            candidate.Reading = reading is not null && planted.IsIn(candidate.Text) ? NoAnswer : reading;
        }
    }

    /// <summary>True for a sentence of the last answer that lacks what the question asks now.</summary>
    private static bool IsRepetition(
        CandidateSentence candidate,
        ResolvedQuestion resolved,
        AnalyzedQuestion question
    ) =>
        resolved.AlreadyAnswered is { } answered
        && answered.Contains(candidate.Text, StringComparison.Ordinal)
        && (
            resolved.ExcludesAnswered
                ? !GivesReason(candidate, question)
                : question.Terms.Any(t =>
                    !t.IsContext && IsAskedNow(t, resolved) && candidate.Has(t) == 0 && candidate.Title.Has(t) == 0
                )
        );

    /// <summary>True for a sentence with a reason, when the last answer is asked for its reason and not only doubted.</summary>
    private static bool GivesReason(CandidateSentence candidate, AnalyzedQuestion question) =>
        !question.Resolved.IsDoubt && ReasonCue.IsIn(candidate.Words, question.Profile);

    private static bool IsAskedNow(QuestionTerm term, ResolvedQuestion resolved) =>
        resolved.Asked.Contains(term.Word.Text, StringComparison.OrdinalIgnoreCase);

    private static SentenceReading? Find(PassageReadings? readings, CandidateSentence candidate) =>
        readings?.Find(candidate.Passage.Article.Id, candidate.Range);

    /// <summary>
    /// The time is matched by a nearby date or by the order of dates, so the question's time words need not be in the
    /// sentence.
    /// </summary>
    private static bool MatchesTime(QuestionTime time, CandidateSentence candidate) =>
        PeriodFitter.GetFit(time, candidate) switch
        {
            PeriodFit.Inside or PeriodFit.InsideByPublication => true,
            PeriodFit.Unknown => time.Period is null,
            _ => false,
        };

    /// <summary>The sentences that contradict the best one or that it replaces, the newest first; none when nothing does.</summary>
    private static IReadOnlyList<ScoredSentence> FindSides(
        AnalyzedQuestion question,
        QuestionTime time,
        IReadOnlyList<ScoredSentence> ranked,
        int max
    )
    {
        IReadOnlyList<ScoredSentence> sides = ConflictFinder.Find(question, time, ranked, max);
        return sides.Count > 0 ? sides : NewerVersion.Find(question, time, ranked, max);
    }

    /// <summary>
    /// Adds the words that answer by themselves. For "who", when the sentence starts with "she", the name comes from an
    /// earlier sentence, which is quoted too.
    /// </summary>
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

    /// <summary>
    /// Adds the sentence after one that only repeats the fact whose reason is asked for: the reason often follows.
    /// </summary>
    private static void AddReason(
        List<ExtractedSentence> sentences,
        AnalyzedQuestion question,
        CandidateSentence best,
        int max
    )
    {
        bool isMissing =
            question.Type == AnswerType.Reason
            && sentences.Count < max
            && !best.AnswersRestatedQuestion
            && !ReasonCue.IsIn(best.Words, question.Profile);
        if (
            isMissing
            && best.Next is { IsQuestion: false } next
            && (next.Reading?.LogOdds > best.Reading?.LogOdds || RepeatsFact(best, question))
            && !sentences.Exists(s => s.Range.Overlaps(next.Range))
            && sentences.Sum(s => s.Text.Length + 1) + next.Text.Length <= QuoteSelection.MaxAnswerLength
        )
        {
            sentences.Insert(1, QuoteSelection.Whole(next));
        }
    }

    private static bool RepeatsFact(CandidateSentence sentence, AnalyzedQuestion question)
    {
        QuestionTerm[] fact = [.. question.Terms.Where(t => !AnalyzedQuestion.IsNegation(t.Word, question.Profile))];
        return fact.Sum(t => Math.Max(sentence.Has(t), sentence.Title.Has(t)) * t.Weight)
            >= MinRestatedFact * fact.Sum(t => t.Weight);
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

    /// <summary>
    /// A follow-up is read both as resolved and as asked, because it may have been complete by itself.
    /// </summary>
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
