using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Answers.SmallTalk;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Core.Telemetry;
using SummitBot.Language;

namespace SummitBot.Core.Asking;

/// <summary>The use case: answers a question with checked citations for every sentence, or refuses.</summary>
public sealed class QuestionAnswerer(
    IQuestionResolver resolver,
    QuestionSearch search,
    IAnswerWriter writer,
    GenerativeAnswerer refiner,
    SmallTalkReplier smallTalk,
    IOptions<AnsweringOptions> options,
    TimeProvider time
)
{
    /// <summary>Items of a list that are shown unless the question limits its sentences.</summary>
    private const int MaxListItems = 10;

    /// <exception cref="ArgumentException">The question has a <see cref="Question.Problem"/>.</exception>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    /// <exception cref="TimeoutException"><see cref="Question.TimeLimit"/> has passed.</exception>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await foreach (AnswerUpdate update in StreamAsync(question, cancellationToken))
        {
            answer = update.Answer;
        }

        return answer ?? throw new InvalidOperationException("A stream of updates ended without its final one.");
    }

    /// <summary>
    /// The answer that quotes sentences, in milliseconds; no model is asked, even if one is configured.
    /// </summary>
    /// <exception cref="ArgumentException">The question has a <see cref="Question.Problem"/>.</exception>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<Answer> AnswerExtractivelyAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(question));
        }

        string language = QuestionLanguage.Detect(question.Text.Trim());
        return await smallTalk.ReplyAsync(question, language, cancellationToken)
            ?? (
                await AnswerFromExtractAsync(
                    question,
                    Resolve(WithoutSmallTalk(question, language), language),
                    cancellationToken
                )
            ).Answer;
    }

    /// <summary>The answer as it is written; only the last update is final.</summary>
    /// <exception cref="ArgumentException">The question has a <see cref="Question.Problem"/>.</exception>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    /// <exception cref="TimeoutException"><see cref="Question.TimeLimit"/> has passed.</exception>
    public async IAsyncEnumerable<AnswerUpdate> StreamAsync(
        Question question,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(question));
        }

        long started = time.GetTimestamp();
        using var step = AnswerStep.Start("answer");
        step.Span?.SetTag(Instruments.QuestionTag, question.Text);
        using var limit = new AnswerTimeLimit(question.TimeLimit, time, cancellationToken);
        await using IAsyncEnumerator<AnswerUpdate> updates = UpdatesAsync(question, limit, limit.Token)
            .GetAsyncEnumerator(limit.Token);
        while (await limit.WaitAsync(updates.MoveNextAsync()))
        {
            AnswerUpdate update = updates.Current;
            yield return update.Stage == AnswerStage.Final
                ? Conclude(update.Answer, started, step.Span)
                : update with
                {
                    Answer = update.Answer with { Elapsed = time.GetElapsedTime(started) },
                };
            step.Resume();
        }
    }

    /// <summary>The final update, counted in the metrics.</summary>
    private AnswerUpdate Conclude(Answer answer, long started, Activity? span)
    {
        TimeSpan elapsed = time.GetElapsedTime(started);
        Instruments.CountAnswer(answer.Outcome.ToString(), answer.Language, elapsed);
        span?.SetTag("summitbot.outcome", answer.Outcome.ToString())
            .SetTag("summitbot.language", answer.Language)
            .SetTag("summitbot.writer", answer.Writer)
            .SetTag("summitbot.confidence", answer.Confidence)
            .SetTag("summitbot.citations", answer.Citations.Count);
        return new AnswerUpdate(answer with { Elapsed = elapsed }, AnswerStage.Final);
    }

    private async IAsyncEnumerable<AnswerUpdate> UpdatesAsync(
        Question question,
        AnswerTimeLimit limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string language = QuestionLanguage.Detect(question.Text.Trim());
        if (await smallTalk.ReplyAsync(question, language, cancellationToken) is { } reply)
        {
            yield return new AnswerUpdate(reply, AnswerStage.Final);
            yield break;
        }

        question = WithoutSmallTalk(question, language);
        ResolvedQuestion resolved = Resolve(question, language);
        if (resolved.Readings is [var first, var second])
        {
            yield return new AnswerUpdate(AskForClarification(resolved, first, second), AnswerStage.Final);
            yield break;
        }

        ExtractiveAnswer extractive = await AnswerFromExtractAsync(question, resolved, cancellationToken);
        await foreach (AnswerUpdate update in refiner.RefineAsync(question, extractive, limit, cancellationToken))
        {
            yield return update;
        }
    }

    private static Question WithoutSmallTalk(Question question, string language) =>
        question with
        {
            Conversation = [.. SmallTalkReplier.WithoutSmallTalk(question.Conversation, language)],
        };

    private ResolvedQuestion Resolve(Question question, string language) =>
        resolver.Resolve(
            question.Text.Trim(),
            language,
            [.. question.Conversation.TakeLast(options.Value.HistoryTurns)],
            question.Scope
        );

    /// <summary>The answer without a model, in milliseconds.</summary>
    private async Task<ExtractiveAnswer> AnswerFromExtractAsync(
        Question question,
        ResolvedQuestion resolved,
        CancellationToken cancellationToken
    )
    {
        AnsweringOptions settings = options.Value;
        FoundPassages found = await search.FindAsync(resolved, question.AsOf, cancellationToken);
        var request = new AnswerRequest(found.Question, found.Passages, question.MaxSentences ?? settings.MaxSentences)
        {
            Explain = question.Explain,
            MaxListItems = question.MaxSentences ?? Math.Max(MaxListItems, settings.MaxSentences),
        };
        AnswerDraft draft = found.OtherLanguage is null
            ? await WriteAsync(request, cancellationToken)
            : new AnswerDraft([], 0);
        Answer answer = Conclude(resolved, found, draft, settings);
        Explanation? explanation = question.Explain
            ? Explainer.Explain(resolved, found.Passages, draft, answer, settings.MinConfidence)
            : null;
        return new ExtractiveAnswer(answer with { Explanation = explanation }, found);
    }

    private async Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken)
    {
        if (request.Passages.Count == 0)
        {
            return new AnswerDraft([], 0);
        }

        using var step = AnswerStep.Start("write");
        return await writer.WriteAsync(request, cancellationToken);
    }

    private Answer Conclude(
        ResolvedQuestion question,
        FoundPassages found,
        AnswerDraft draft,
        AnsweringOptions settings
    )
    {
        IReadOnlyList<RetrievedPassage> passages = found.Passages;
        CheckedDraft checkedDraft = Check(draft, passages);
        CheckedDraft offers = Check(
            draft with
            {
                Sentences = draft.IsUnrelated ? [] : draft.Offers,
                IsConflicting = false,
            },
            passages
        );
        Answer refusal = Refusal.Create(
            question,
            draft.IsUnrelated ? [] : passages,
            draft.Confidence,
            writer.Name,
            found.OtherLanguage
        );
        if (checkedDraft.Sentences.Count == 0)
        {
            return refusal;
        }

        double confidence = draft.ConfidenceIn(checkedDraft.Sentences[0]);
        if (confidence < settings.MinConfidence || draft.IsOfferOnly)
        {
            refusal = refusal with { Confidence = confidence, Offers = offers.Sentences };
            return confidence >= settings.ClosestPassageConfidence && offers.Sentences.Count > 0
                ? Offer(refusal, offers)
                : refusal;
        }

        IReadOnlyList<AnswerSentence> sentences = checkedDraft.Sentences;
        if (draft.Difference?.Compute(checkedDraft.Citations, question.Language) is { } computed)
        {
            sentences = [computed, .. sentences];
        }

        bool? confirms = checkedDraft.IsConflicting ? null : draft.Confirms;
        return new Answer
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.Answered,
            Confidence = confidence,
            Text =
                checkedDraft.IsConflicting ? AnswerText.FromConflict(checkedDraft, question.Language)
                : draft.IsList && sentences.Count > 1 ? AnswerText.FromItems(sentences)
                : AnswerText.FromVerdict(confirms, sentences, question.Language),
            Confirms = confirms,
            IsConflicting = checkedDraft.IsConflicting,
            Sentences = sentences,
            OmittedItems = draft.OmittedItems,
            ShortAnswer = checkedDraft.ShortAnswer,
            Citations = checkedDraft.Citations,
            Offers = offers.Sentences,
            Writer = writer.Name,
        };
    }

    private static CheckedDraft Check(AnswerDraft draft, IReadOnlyList<RetrievedPassage> passages)
    {
        using var step = AnswerStep.Start("gate");
        return CitationGate.Check(draft, passages);
    }

    private Answer AskForClarification(ResolvedQuestion question, string first, string second) =>
        new()
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.NeedsClarification,
            Text = Phrases.For(question.Language).Clarification(first, second),
            Writer = writer.Name,
        };

    /// <summary>Offers the passages that may answer instead of the refusal.</summary>
    private static Answer Offer(Answer refusal, CheckedDraft offers) =>
        refusal with
        {
            Outcome = AnswerOutcome.Offered,
            Text = AnswerText.FromOffers(offers.Sentences, refusal.Language),
            Lead = null,
            Sentences = offers.Sentences,
            Citations = offers.Citations,
        };
}
