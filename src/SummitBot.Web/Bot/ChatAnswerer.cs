using Microsoft.Extensions.Options;
using SummitBot.BotFramework.Activities;
using SummitBot.BotFramework.Teams;
using SummitBot.BotFramework.Turns;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Conversations;
using SummitBot.Core.Languages;
using SummitBot.Core.Suggestions;

namespace SummitBot.Web.Bot;

/// <summary>Answers a question in a chat: says that it is at work, shows the answer as it comes to be, and keeps it.</summary>
public sealed partial class ChatAnswerer(
    QuestionAnswerer answerer,
    AnswerComposer composer,
    WebChatComposer webChat,
    IQuestionSuggester suggester,
    ChatMemory memory,
    IOptions<WebOptions> options,
    TimeProvider time,
    ILogger<ChatAnswerer> logger
)
{
    private const int Suggestions = 3;

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
        var reply = new StreamedReply(turn, time);
        await reply.AnnounceAsync(phrases.Searching, cancellationToken);
        Question question = new(text)
        {
            Conversation = await memory.HistoryAsync(asked, cancellationToken),
            ConversationId = ChatMemory.KeyOf(asked).ToString(),
            UserId = asked.From?.Id,
        };
        bool isWebPage = asked.ChannelId is Channels.Directline or Channels.Webchat;
        Answer answer = await WorkAsync(question, reply, isWebPage, cancellationToken);
        IReadOnlyList<string> suggestions = await SuggestAsync(answer, question, cancellationToken);
        Activity message = isWebPage
            ? webChat.Compose(answer, suggestions)
            : composer.Compose(answer, suggestions, ChatPlace.HasButtons(asked));
        string? id = await reply.FinishAsync(message, cancellationToken);
        await memory.KeepAsync(asked, answer, id, cancellationToken);
    }

    /// <summary>
    /// The final answer; when time runs out, the last one that was complete in itself. On web pages a text takes the place
    /// of the one before; in Teams it can only grow, so that the preliminary answer, which another may replace, is kept
    /// back there.
    /// </summary>
    private async Task<Answer> WorkAsync(
        Question question,
        StreamedReply reply,
        bool isWebPage,
        CancellationToken cancellationToken
    )
    {
        var seconds = TimeSpan.FromSeconds(options.Value.TimeLimitSeconds);
        TimeSpan patience = seconds < LongestAnswer ? seconds : LongestAnswer;
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Answer? last = null;
        try
        {
            await using IAsyncEnumerator<AnswerUpdate> updates = answerer
                .StreamAsync(question with { TimeLimit = patience }, either.Token)
                .GetAsyncEnumerator(either.Token);
            while (await NextAsync(updates, reply, either.Token))
            {
                AnswerUpdate update = updates.Current;
                last = update.Answer;
                if (update.Stage == AnswerStage.Partial || (update.Stage == AnswerStage.Preliminary && isWebPage))
                {
                    await reply.ShowAsync(composer.TextOf(last), either.Token);
                }
            }
        }
        catch (OperationCanceledException) when (last is not null && !cancellationToken.IsCancellationRequested)
        {
            return last;
        }

        return last ?? throw new InvalidOperationException("A stream of updates ended without its final one.");
    }

    /// <summary>Waits for the next update, and shows the text that was held back meanwhile.</summary>
    private async Task<bool> NextAsync(
        IAsyncEnumerator<AnswerUpdate> updates,
        StreamedReply reply,
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

    /// <summary>After an answer, questions about its articles; after a refusal, about the closest; none after small talk.</summary>
    private Task<IReadOnlyList<string>> SuggestAsync(Answer answer, Question question, CancellationToken token)
    {
        ArticleSummary[] about =
        [
            .. (answer.Citations.Count > 0 ? answer.Citations.Select(c => c.Article) : answer.Closest).DistinctBy(a =>
                a.Id
            ),
        ];
        string[] asked =
        [
            answer.Question,
            .. question.Conversation.Where(t => t.Role == Speaker.User).Select(t => t.Text),
        ];
        return suggester.SuggestAboutAsync(about, answer.Language, Suggestions, asked, token);
    }

    [LoggerMessage(Level = LogLevel.Trace, Message = "Asked: {Question}")]
    private static partial void LogQuestion(ILogger logger, string question);
}
