using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SummitBot.Core.Answers.Reviewing;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;
using SummitBot.Core.Telemetry;

namespace SummitBot.Core.Answers.Drafting;

/// <summary>
/// Lets a model word the answer where one is set. What it writes goes through the <see cref="CitationGate"/> sentence by
/// sentence; whenever it gives nothing usable, the embedded answer stands.
/// </summary>
public sealed partial class GenerativeAnswerer(
    IModelAnswerWriter model,
    IQuestionRewriter rewriter,
    QuestionSearch search,
    CitationGate gate,
    IOptions<AnsweringOptions> options,
    TimeProvider time,
    ILogger<GenerativeAnswerer> logger
)
{
    /// <summary>What is kept back of a host's time limit, so that the embedded answer still goes out inside it.</summary>
    private const double ShareKeptBack = 0.1;

    private static readonly TimeSpan MaxKeptBack = TimeSpan.FromSeconds(2);

    /// <summary>The updates of an answer; the last one, and only that one, is final.</summary>
    public async IAsyncEnumerable<AnswerUpdate> RefineAsync(
        Question question,
        ExtractiveAnswer extractive,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(extractive);

        // Where articles disagree, both sides are worth more than a smooth sentence.
        if (model.Name is not { } name || extractive.Answer.IsConflicting)
        {
            yield return new AnswerUpdate(extractive.Answer, AnswerStage.Final);
            yield break;
        }

        if (options.Value.Draft && extractive.Answer.Outcome == AnswerOutcome.Answered)
        {
            yield return new AnswerUpdate(extractive.Answer, AnswerStage.Preliminary);
        }

        using CancellationTokenSource limit = CreateTimeLimit(question);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        RewrittenQuestion? rewritten = await RewriteAsync(question, either.Token, cancellationToken);
        (ResolvedQuestion resolved, FoundPassages found) = await ResolveAsync(
            question,
            extractive,
            rewritten,
            cancellationToken
        );
        if (found.Passages.Count == 0 && !model.FindsPassages)
        {
            yield return new AnswerUpdate(extractive.Answer with { Usage = rewritten?.Usage }, AnswerStage.Final);
            yield break;
        }

        int max = question.MaxSentences ?? options.Value.MaxSentences;
        var draft = new ModelDraft(name, gate.Review(resolved, found.Passages), rewritten?.Usage, max);
        AnswerRequest request = CreateRequest(question, resolved, found, max);
        using var step = AnswerStep.Start("generate");
        step.Span?.SetTag("gen_ai.operation.name", "chat").SetTag("gen_ai.request.model", name);
        await using IAsyncEnumerator<DraftPart> parts = model
            .WriteAsync(request, either.Token)
            .GetAsyncEnumerator(either.Token);
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

    private CancellationTokenSource CreateTimeLimit(Question question)
    {
        if (question.TimeLimit is not { } whole)
        {
            return new CancellationTokenSource();
        }

        TimeSpan keptBack = whole * ShareKeptBack;
        return new CancellationTokenSource(whole - (keptBack < MaxKeptBack ? keptBack : MaxKeptBack), time);
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

    /// <summary>Whatever a model, its server or our way to it does: the embedded answer is there.</summary>
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

    /// <summary>A sentence whose check breaks, by the time limit of an expression for example, is the draft's fault, not the person's.</summary>
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

    /// <summary>The message of an exception that nobody foresaw may hold anything, a key too: it is not logged.</summary>
    private void LogIfUnexpected(Exception exception)
    {
        if (exception is not (ModelUnavailableException or OperationCanceledException))
        {
            LogUnexpected(logger, exception.GetType().Name, exception.StackTrace);
        }
    }

    /// <summary>The question as the model made it stand alone, with passages of its own; else as it was resolved.</summary>
    private async Task<(ResolvedQuestion Question, FoundPassages Found)> ResolveAsync(
        Question question,
        ExtractiveAnswer extractive,
        RewrittenQuestion? rewritten,
        CancellationToken cancellationToken
    )
    {
        if (rewritten is null || rewritten.Text == extractive.Question.Text)
        {
            return (extractive.Question, extractive.Found);
        }

        ResolvedQuestion resolved = extractive.Question with { Text = rewritten.Text, ContextTerms = [] };
        return (resolved, await search.FindAsync(resolved, question.AsOf, cancellationToken));
    }

    private static AnswerRequest CreateRequest(
        Question question,
        ResolvedQuestion resolved,
        FoundPassages found,
        int max
    ) =>
        new(resolved, found.Passages, max)
        {
            Time = found.Time,
            Explain = question.Explain,
            ConversationId = question.ConversationId,
            UserId = question.UserId,
            AsOf = question.AsOf,
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The way to the model broke ({Exception}){StackTrace}")]
    private static partial void LogUnexpected(ILogger logger, string exception, string? stackTrace);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Draft by {Model}: {Conclusion} ({Input} tokens in, {Output} out)"
    )]
    private static partial void LogConclusion(ILogger logger, string model, string conclusion, int? input, int? output);
}
