using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using SummitBot.Bot.Hosting;
using SummitBot.Bot.Teams;
using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Asking;
using SummitBot.Core.Models;
using SummitBot.Core.Questions;
using SummitBot.Language;
using SummitBot.Web.Access;
using SummitBot.Web.Hosting;

namespace SummitBot.Web.Bot;

/// <summary>Answers a question in a chat: shows that the bot is working, streams the answer, and stores it.</summary>
public sealed partial class ChatAnswerer(
    QuestionAnswerer answerer,
    AnswerMessages messages,
    ChatMemory memory,
    AskerAccess access,
    StopRequests stops,
    IOptions<WebOptions> options,
    TimeProvider time,
    ILogger<ChatAnswerer> logger
)
{
    /// <summary>A stream in Teams lasts at most two minutes; this leaves time to finish it.</summary>
    private static readonly TimeSpan MaxAnswerTime = TimeSpan.FromSeconds(100);

    /// <param name="text">The question; not empty.</param>
    public async Task AnswerAsync(ITurnContext turn, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(text);
        Activity asked = turn.Activity;
        var phrases = ChatPhrases.For(text, asked.Locale);
        if (text.Length > Question.MaxLength)
        {
            await turn.SendActivityAsync(phrases.TooLongFor(Question.MaxLength), cancellationToken: cancellationToken);
            return;
        }

        LogQuestion(logger, text);
        var stream = new StreamedReply(turn, time);
        stream.Begin(phrases.Searching, cancellationToken);
        AccessScope scope = access.GetScope(turn);
        Question question = new(text)
        {
            Scope = scope,
            Conversation = await memory.HistoryAsync(asked, scope, cancellationToken),
            ConversationId = ChatMemory.GetKey(asked).ToString(),
            UserId = TurnCaller.GetId(turn),
            TimeLimit = options.Value.TimeLimit < MaxAnswerTime ? options.Value.TimeLimit : MaxAnswerTime,
        };
        var reply = new ChatReply(turn, stream, question, messages, logger);
        Answer answer = await WorkAsync(question, reply, asked, cancellationToken);
        (Answer shown, string? id) = await reply.FinishAsync(answer);
        await memory.SaveAsync(asked, shown, id, CancellationToken.None);
    }

    /// <summary>
    /// The final answer. If the work ends early, by a time limit, a stopping host, an error or because the reader stops
    /// it, the latest update becomes the answer: it is cited and checked, and the reader may already see it.
    /// </summary>
    private async Task<Answer> WorkAsync(
        Question question,
        ChatReply reply,
        Activity asked,
        CancellationToken cancellationToken
    )
    {
        using StopRequests.Stoppable stoppable = stops.Begin(asked);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stoppable.Token);
        AnswerUpdate? preliminary = null;
        AnswerUpdate? last = null;
        try
        {
            await using IAsyncEnumerator<AnswerUpdate> updates = answerer
                .StreamAsync(question, either.Token)
                .GetAsyncEnumerator(either.Token);
            while (await NextAsync(updates, reply, either.Token))
            {
                last = updates.Current;
                preliminary = last.Stage == AnswerStage.Preliminary ? last : preliminary;
                await reply.ShowAsync(last, either.Token);
            }
        }
        catch (Exception) when (stoppable.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return last?.Answer ?? await answerer.AnswerExtractivelyAsync(question, cancellationToken);
        }
        catch (Exception exception) when (last is not null)
        {
            if (last.Stage == AnswerStage.Final)
            {
                return last.Answer;
            }

            ModelError error = Classify(exception, cancellationToken);
            LogBrokenOff(logger, error, error == ModelError.Unexpected ? exception : null);
            return (preliminary ?? last).Answer with
            {
                ModelError = error,
                IsBrokenOff = last.Stage == AnswerStage.Partial,
            };
        }

        return last?.Answer ?? throw new InvalidOperationException("A stream of updates ended without its final one.");
    }

    private static ModelError Classify(Exception exception, CancellationToken cancellationToken) =>
        exception is not (TimeoutException or OperationCanceledException) ? ModelError.Unexpected
        : cancellationToken.IsCancellationRequested ? ModelError.CutOff
        : ModelError.Slow;

    /// <summary>Waits for the next update; meanwhile shows the text that was held back.</summary>
    private async Task<bool> NextAsync(
        IAsyncEnumerator<AnswerUpdate> updates,
        ChatReply reply,
        CancellationToken cancellationToken
    )
    {
        Task<bool> next = updates.MoveNextAsync().AsTask();
        while (!next.IsCompleted && reply.HeldBackFor is { } wait)
        {
            await Task.WhenAny(next, Task.Delay(wait, time, cancellationToken));
            if (next.IsCompleted || cancellationToken.IsCancellationRequested)
            {
                break;
            }

            try
            {
                await reply.ShowHeldBackAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The pending update ends for the same reason, and its result must be observed.
                break;
            }
        }

        return await next;
    }

    [LoggerMessage(Level = LogLevel.Trace, Message = "Asked: {Question}")]
    private static partial void LogQuestion(ILogger logger, string question);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An answer ended early ({Error}): its latest update is the answer"
    )]
    private static partial void LogBrokenOff(ILogger logger, ModelError error, Exception? exception);
}
