using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;
using SummitBot.Core.Telemetry;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>
/// Lets a model word the answer when one is configured. Its output goes through the <see cref="CitationGate"/> sentence
/// by sentence; when nothing usable comes, the extractive answer is final.
/// </summary>
public sealed partial class GenerativeAnswerer(
    IModelAnswerWriter model,
    IQuestionRewriter rewriter,
    QuestionSearch search,
    CitationGate gate,
    IOptions<AnsweringOptions> options,
    ILogger<GenerativeAnswerer> logger
)
{
    /// <summary>The updates of an answer; the last one, and only that one, is final.</summary>
    /// <param name="limit">The time that the model has.</param>
    public async IAsyncEnumerable<AnswerUpdate> RefineAsync(
        Question question,
        ExtractiveAnswer extractive,
        AnswerTimeLimit limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(extractive);
        ArgumentNullException.ThrowIfNull(limit);

        // When articles disagree, both sides are quoted and no model is asked.
        if (model.Name is not { } name || extractive.Answer.IsConflicting)
        {
            yield return new AnswerUpdate(extractive.Answer, AnswerStage.Final);
            yield break;
        }

        if (options.Value.Draft && extractive.Answer.Outcome == AnswerOutcome.Answered)
        {
            yield return new AnswerUpdate(extractive.Answer, AnswerStage.Preliminary);
        }

        RewrittenQuestion? rewritten = await RewriteAsync(question, limit.ModelToken, cancellationToken);
        FoundPassages found = await FindAsync(question, extractive.Found, rewritten, cancellationToken);
        ResolvedQuestion resolved = found.Question.Resolved;
        if (found.Passages.Count == 0 && !model.FindsPassages)
        {
            yield return new AnswerUpdate(extractive.Answer with { Usage = rewritten?.Usage }, AnswerStage.Final);
            yield break;
        }

        int max = question.MaxSentences ?? options.Value.MaxSentences;
        var draft = new ModelDraft(name, gate.Review(resolved, found.Passages), rewritten?.Usage, max);
        AnswerRequest request = CreateRequest(question, found, max);
        using var step = AnswerStep.Start("generate");
        step.Span?.SetTag("gen_ai.operation.name", "chat").SetTag("gen_ai.request.model", name);
        await using IAsyncEnumerator<DraftPart> parts = model
            .WriteAsync(request, limit.ModelToken)
            .GetAsyncEnumerator(limit.ModelToken);
        while (await TryNextAsync(parts, draft, cancellationToken))
        {
            if (TryTake(draft, parts.Current))
            {
                yield return new AnswerUpdate(draft.Partial(resolved), AnswerStage.Partial);
                step.Resume();
            }
        }

        ModelAnswerResult result = draft.Conclude(extractive, resolved, found.Passages, options.Value.MinConfidence);
        step.Span?.SetTag("gen_ai.usage.input_tokens", draft.Usage?.InputTokens)
            .SetTag("gen_ai.usage.output_tokens", draft.Usage?.OutputTokens);
        LogConclusion(logger, draft.Writer, result.Reason, draft.Usage?.InputTokens, draft.Usage?.OutputTokens);
        Answer answer = question.Explain ? result.Explained(extractive.Answer.Explanation) : result.Answer;
        yield return new AnswerUpdate(answer, AnswerStage.Final);
    }

    private async Task<RewrittenQuestion?> RewriteAsync(
        Question question,
        CancellationToken limited,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await rewriter.RewriteAsync(question, limited);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogIfUnexpected(e);
            return null;
        }
    }

    /// <summary>Any failure of a model, its server or the connection falls back to the extractive answer.</summary>
    private async Task<bool> TryNextAsync(
        IAsyncEnumerator<DraftPart> parts,
        ModelDraft draft,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await parts.MoveNextAsync();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogIfUnexpected(e);
            draft.Fail(
                e switch
                {
                    ModelUnavailableException known => known.Error,
                    OperationCanceledException => ModelError.Slow,
                    _ => ModelError.Unexpected,
                }
            );
            return false;
        }
    }

    /// <summary>
    /// A sentence whose check fails, for example by a regex time-out, is treated as unusable; the user gets an answer
    /// all the same.
    /// </summary>
    private bool TryTake(ModelDraft draft, DraftPart part)
    {
        try
        {
            return draft.Add(part);
        }
        catch (Exception e)
        {
            LogIfUnexpected(e);
            draft.Fail(ModelError.Unexpected);
            return false;
        }
    }

    /// <summary>The message of an unexpected exception may contain secrets, so it is not logged.</summary>
    private void LogIfUnexpected(Exception exception)
    {
        if (exception is not (ModelUnavailableException or OperationCanceledException))
        {
            LogUnexpected(logger, exception.GetType().Name, exception.StackTrace);
        }
    }

    /// <summary>The question as the model made it stand alone, with passages of its own; else as it was resolved.</summary>
    private async Task<FoundPassages> FindAsync(
        Question question,
        FoundPassages found,
        RewrittenQuestion? rewritten,
        CancellationToken cancellationToken
    )
    {
        if (rewritten is null || rewritten.Text == found.Question.Text)
        {
            return found;
        }

        ResolvedQuestion resolved = found.Question.Resolved with { Text = rewritten.Text, ContextTerms = [] };
        return await search.FindAsync(resolved, question.AsOf, cancellationToken);
    }

    private static AnswerRequest CreateRequest(Question question, FoundPassages found, int max) =>
        new(found.Question, found.Passages, max)
        {
            Explain = question.Explain,
            ConversationId = question.ConversationId,
            UserId = question.UserId,
            AsOf = question.AsOf,
        };

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The call of the model failed unexpectedly ({Exception}){StackTrace}"
    )]
    private static partial void LogUnexpected(ILogger logger, string exception, string? stackTrace);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Draft by {Model}: {Conclusion} ({Input} tokens in, {Output} out)"
    )]
    private static partial void LogConclusion(ILogger logger, string model, string conclusion, int? input, int? output);
}

/// <summary>The answer of the extractive writer and its inputs.</summary>
/// <param name="Answer">Complete and checked.</param>
/// <param name="Found">The question, resolved without a model, and the passages that it was written from.</param>
public sealed record ExtractiveAnswer(Answer Answer, FoundPassages Found);
