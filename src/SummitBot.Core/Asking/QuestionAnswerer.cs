using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers;
using SummitBot.Core.Answers.Drafting;
using SummitBot.Core.Answers.Explanations;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Answers.SmallTalk;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Language;
using SummitBot.Language.Dates;

namespace SummitBot.Core.Asking;

/// <summary>The use case: a question in, an answer whose every sentence carries a checked citation out, or a refusal.</summary>
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
    /// <exception cref="ArgumentException">The question has a <see cref="Question.Problem"/>.</exception>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        Answer? answer = null;
        await foreach (AnswerUpdate update in StreamAsync(question, cancellationToken))
        {
            answer = update.Answer;
        }

        return answer ?? throw new InvalidOperationException("A stream of updates ended without its final one.");
    }

    /// <summary>The answer that quotes sentences, in milliseconds: no model is asked, whatever is configured.</summary>
    /// <exception cref="ArgumentException">The question has a <see cref="Question.Problem"/>.</exception>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
    public async Task<Answer> AnswerExtractivelyAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(question));
        }

        return await smallTalk.ReplyAsync(question, cancellationToken)
            ?? (await AnswerFromExtractAsync(question, Resolve(question), cancellationToken)).Answer;
    }

    /// <summary>The answer as it comes to be; the last update, and only that one, is final.</summary>
    /// <exception cref="ArgumentException">The question has a <see cref="Question.Problem"/>.</exception>
    /// <exception cref="Corpus.IndexUnavailableException">There is no readable index.</exception>
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
        if (await smallTalk.ReplyAsync(question, cancellationToken) is { } reply)
        {
            yield return new AnswerUpdate(reply with { Elapsed = time.GetElapsedTime(started) }, AnswerStage.Final);
            yield break;
        }

        ResolvedQuestion resolved = Resolve(question);
        if (resolved.Readings is [var first, var second])
        {
            Answer back = AskForClarification(resolved, first, second) with { Elapsed = time.GetElapsedTime(started) };
            yield return new AnswerUpdate(back, AnswerStage.Final);
            yield break;
        }

        ExtractiveAnswer extractive = await AnswerFromExtractAsync(question, resolved, cancellationToken);
        await foreach (AnswerUpdate update in refiner.RefineAsync(question, extractive, cancellationToken))
        {
            yield return update with
            {
                Answer = update.Answer with { Elapsed = time.GetElapsedTime(started) },
            };
        }
    }

    private ResolvedQuestion Resolve(Question question) =>
        resolver.Resolve(
            question.Text.Trim(),
            [.. SmallTalkReplier.WithoutSmallTalk(question.Conversation).TakeLast(options.Value.HistoryTurns)],
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
        FoundPassages found = QuestionText.IsSigns(resolved.Asked)
            ? new FoundPassages(QuestionTime.None, [])
            : await search.FindAsync(resolved, question.AsOf, cancellationToken);
        AnswerDraft draft =
            found.Passages.Count == 0
                ? new AnswerDraft([], 0)
                : await writer.WriteAsync(
                    new AnswerRequest(resolved, found.Passages, question.MaxSentences ?? settings.MaxSentences)
                    {
                        Time = found.Time,
                        Explain = question.Explain,
                    },
                    cancellationToken
                );
        Answer answer = Conclude(resolved, found.Passages, draft, settings);
        Explanation? explanation = question.Explain
            ? Explainer.Explain(resolved, found.Passages, draft, answer, settings.MinConfidence)
            : null;
        return new ExtractiveAnswer(answer with { Explanation = explanation }, resolved, found);
    }

    private Answer Conclude(
        ResolvedQuestion question,
        IReadOnlyList<RetrievedPassage> passages,
        AnswerDraft draft,
        AnsweringOptions settings
    )
    {
        CheckedDraft checkedDraft = CitationGate.Check(draft, passages);
        Answer refusal = Refusal.Create(question, draft.IsUnrelated ? [] : passages, draft.Confidence, writer.Name);
        if (checkedDraft.Sentences.Count == 0)
        {
            return refusal;
        }

        double confidence = draft.ConfidenceIn(checkedDraft.Sentences[0]);
        if (confidence < settings.MinConfidence)
        {
            bool isNear = !draft.IsUnrelated && confidence >= settings.ClosestPassageConfidence;
            refusal = refusal with { Confidence = confidence };
            return isNear ? WithClosestPassage(refusal, checkedDraft) : refusal;
        }

        return new Answer
        {
            Question = question.Asked,
            Language = question.Language,
            Outcome = AnswerOutcome.Answered,
            Confidence = confidence,
            Text = checkedDraft.IsConflicting
                ? AnswerText.FromConflict(checkedDraft, question.Language)
                : AnswerText.From(checkedDraft.Sentences),
            IsConflicting = checkedDraft.IsConflicting,
            Sentences = checkedDraft.Sentences,
            ShortAnswer = checkedDraft.ShortAnswer,
            Citations = checkedDraft.Citations,
            Writer = writer.Name,
        };
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

    /// <summary>The refusal that quotes the likeliest sentence, as no more than the closest passage.</summary>
    private static Answer WithClosestPassage(Answer refusal, CheckedDraft closest)
    {
        AnswerSentence[] sentences = [closest.Sentences[0]];
        return refusal with
        {
            Text = AnswerText.FromClosestPassage(sentences, refusal.Language),
            Lead = null,
            Sentences = sentences,
            Citations = [.. closest.Citations.Where(c => sentences[0].Citations.Contains(c.Number))],
        };
    }
}
