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

/// <summary>Answers a question in a chat: says that it is at work, shows the answer as it comes to be, and keeps it.</summary>
public sealed partial class ChatAnswerer(
    QuestionAnswerer answerer,
    AnswerMessages messages,
    ChatMemory memory,
    AskerAccess access,
    IOptions<WebOptions> options,
    TimeProvider time,
    ILogger<ChatAnswerer> logger
)
{
    /// <summary>A stream in Teams lasts two minutes at most; this leaves time for its end.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(100);

    /// <param name="text">What was asked; not empty.</param>
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
        };
        var reply = new ChatReply(turn, stream, question, messages, logger);
        Answer answer = await WorkAsync(question, reply, cancellationToken);
        (Answer shown, string? id) = await reply.FinishAsync(answer);
        await memory.SaveAsync(asked, shown, id, CancellationToken.None);
    }

    /// <summary>
    /// The final answer. Whatever ends the work before it, a time limit, a host that stops, or a fault: what there is of the
    /// answer is cited and checked, and the reader may see it already, so that it becomes the answer.
    /// </summary>
    private async Task<Answer> WorkAsync(Question question, ChatReply reply, CancellationToken cancellationToken)
    {
        var seconds = TimeSpan.FromSeconds(options.Value.TimeLimitSeconds);
        TimeSpan timeout = seconds < LongestAnswer ? seconds : LongestAnswer;
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        AnswerUpdate? preliminary = null;
        AnswerUpdate? last = null;
        try
        {
            await using IAsyncEnumerator<AnswerUpdate> updates = answerer
                .StreamAsync(question with { TimeLimit = timeout }, either.Token)
                .GetAsyncEnumerator(either.Token);
            while (await NextAsync(updates, reply, either.Token))
            {
                last = updates.Current;
                preliminary = last.Stage == AnswerStage.Preliminary ? last : preliminary;
                await reply.ShowAsync(last, either.Token);
            }
        }
        catch (Exception exception) when (last is not null)
        {
            if (last.Stage == AnswerStage.Final)
            {
                return last.Answer;
            }

            ModelError error = Classify(exception, cancellationToken);
            LogBrokenOff(logger, error, exception is OperationCanceledException ? null : exception);
            return (preliminary ?? last).Answer with
            {
                ModelError = error,
                IsBrokenOff = last.Stage == AnswerStage.Partial,
            };
        }

        return last?.Answer ?? throw new InvalidOperationException("A stream of updates ended without its final one.");
    }

    private static ModelError Classify(Exception exception, CancellationToken cancellationToken) =>
        exception is not OperationCanceledException ? ModelError.Unexpected
        : cancellationToken.IsCancellationRequested ? ModelError.CutOff
        : ModelError.Slow;

    /// <summary>Waits for the next update, and shows the text that was held back meanwhile.</summary>
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
                // The update that is awaited ends in the same way, and must not be left alone.
                break;
            }
        }

        return await next;
    }

    [LoggerMessage(Level = LogLevel.Trace, Message = "Asked: {Question}")]
    private static partial void LogQuestion(ILogger logger, string question);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "An answer was broken off ({Trouble}): what there is of it is the answer"
    )]
    private static partial void LogBrokenOff(ILogger logger, ModelError trouble, Exception? exception);
}
