using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Activities;
using SummitBot.Core.Corpus;
using SummitBot.Language;

namespace SummitBot.Bot.Hosting;

/// <summary>What happens when a turn fails: it is logged, and whoever said something is told in their language.</summary>
internal static partial class TurnFailure
{
    public static async Task ReportAsync(ITurnContext turn, Exception exception, ILogger logger)
    {
        Activity activity = turn.Activity;
        Log(logger, activity.Type, exception);
        if (activity.Type == ActivityTypes.Invoke)
        {
            var failed = new InvokeResponse { Status = StatusCodes.Status500InternalServerError };
            await turn.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = failed });
            return;
        }

        bool isAwaited = activity.Type is ActivityTypes.Message or ActivityTypes.MessageUpdate;
        if (!isAwaited || IsGone(exception))
        {
            return;
        }

        var phrases = ChatPhrases.For(activity.Text, activity.Locale);
        string text = exception switch
        {
            OperationCanceledException => phrases.Interrupted,
            IndexUnavailableException => phrases.NotReady,
            _ => phrases.Failed,
        };
        // Not the turn's own token: it may be why the turn failed. The connector has a time limit of its own.
        await turn.SendActivityAsync(text, cancellationToken: CancellationToken.None);
    }

    /// <summary>The bot may not speak there any more: nothing else would arrive either.</summary>
    private static bool IsGone(Exception exception) =>
        exception is ErrorResponseException refused
        && refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone;

    private static void Log(ILogger logger, string? type, Exception exception)
    {
        switch (exception)
        {
            case OperationCanceledException:
                LogInterrupted(logger, type);
                break;
            case IndexUnavailableException unavailable:
                LogNotReady(logger, type, unavailable.Error);
                break;
            case ErrorResponseException refused:
                LogRefused(logger, type, refused.StatusCode, refused.Code);
                break;
            default:
                LogFailed(logger, type, exception);
                break;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A turn ({Type}) was broken off: the host stops, or its time is over"
    )]
    private static partial void LogInterrupted(ILogger logger, string? type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A turn ({Type}) found no index ({Trouble})")]
    private static partial void LogNotReady(ILogger logger, string? type, IndexError trouble);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A turn ({Type}) failed: the channel refused with {Status} {Code}"
    )]
    private static partial void LogRefused(ILogger logger, string? type, HttpStatusCode? status, string? code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn ({Type}) failed unexpectedly")]
    private static partial void LogFailed(ILogger logger, string? type, Exception exception);
}
