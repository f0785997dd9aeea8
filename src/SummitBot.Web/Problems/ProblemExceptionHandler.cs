using Microsoft.AspNetCore.Diagnostics;
using SummitBot.Core.Corpus;
using SummitBot.Core.Storage;
using SummitBot.Web.Corpus;

namespace SummitBot.Web.Problems;

/// <summary>The one place where exceptions become problem details: a status, and the text for it. No message of an exception goes out.</summary>
public sealed partial class ProblemExceptionHandler(
    IProblemDetailsService problems,
    ILogger<ProblemExceptionHandler> logger
) : IExceptionHandler
{
    /// <summary>A database server is back within seconds.</summary>
    private static readonly TimeSpan StoragePause = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        Log(exception);
        httpContext.Response.StatusCode = GetStatus(exception);
        if (exception is IndexUnavailableException)
        {
            RetryAfter.Set(httpContext.Response);
        }
        else if (exception is StorageUnavailableException)
        {
            RetryAfter.Set(httpContext.Response, StoragePause);
        }

        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = httpContext });
        return true;
    }

    private static int GetStatus(Exception exception) =>
        exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            IndexUnavailableException or StorageUnavailableException => StatusCodes.Status503ServiceUnavailable,
            TimeoutException => StatusCodes.Status504GatewayTimeout,
            _ => StatusCodes.Status500InternalServerError,
        };

    private void Log(Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException:
            case IndexUnavailableException { Error: IndexError.Missing }:
                break;
            case IndexUnavailableException unavailable:
                LogIndexUnavailable(logger, unavailable.Error, unavailable.Message);
                break;
            case StorageUnavailableException away:
                LogStorageUnavailable(logger, away.Message);
                break;
            case TimeoutException:
                LogTimeout(logger);
                break;
            default:
                LogUnexpected(logger, exception);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request found no index ({Trouble}): {Reason}")]
    private static partial void LogIndexUnavailable(ILogger logger, IndexError trouble, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request was sent back with 503: {Reason}")]
    private static partial void LogStorageUnavailable(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A question was given up at the time limit")]
    private static partial void LogTimeout(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed unexpectedly")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
