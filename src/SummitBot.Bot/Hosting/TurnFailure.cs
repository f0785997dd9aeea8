using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using SummitBot.Bot.Activities;
using SummitBot.Core.Corpus;
using SummitBot.Language;

namespace SummitBot.Bot.Hosting;

/// <summary>Handles a failed turn: logs it, and tells the user in their language.</summary>
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
            OperationCanceledException or TimeoutException => phrases.Interrupted,
            IndexUnavailableException => phrases.NotReady,
            _ => phrases.Failed,
        };
        // Not the turn's own token, which may be the reason for the failure. The connector has its own time limit.
        await turn.SendActivityAsync(text, cancellationToken: CancellationToken.None);
    }

    /// <summary>The bot may no longer write to the conversation, so an apology would not arrive either.</summary>
    private static bool IsGone(Exception exception) =>
        exception is ErrorResponseException refused
        && refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone;

    private static void Log(ILogger logger, string? type, Exception exception)
    {
        switch (exception)
        {
            case OperationCanceledException or TimeoutException:
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
        Message = "A turn ({Type}) was cancelled: the host stops, or the time limit was reached"
    )]
    private static partial void LogInterrupted(ILogger logger, string? type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A turn ({Type}) found no index ({Error})")]
    private static partial void LogNotReady(ILogger logger, string? type, IndexError error);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A turn ({Type}) failed: the channel refused with {Status} {Code}"
    )]
    private static partial void LogRefused(ILogger logger, string? type, HttpStatusCode? status, string? code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn ({Type}) failed unexpectedly")]
    private static partial void LogFailed(ILogger logger, string? type, Exception exception);
}
