using SummitBot.Core.Storage;
using SummitBot.Storage.Retention;

namespace SummitBot.Web.Storage;

/// <summary>
/// Deletes expired data, and data beyond the size limit, in the background: at start, which also reports database
/// errors to the operator at once, and every ten minutes, because visitors can fill a disk within hours.
/// </summary>
public sealed partial class RetentionSweeper(IRetentionSweep sweep, TimeProvider time, ILogger<RetentionSweeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                int rows = await sweep.SweepAsync(stoppingToken);
                if (rows > 0)
                {
                    LogSwept(logger, rows);
                }
            }
            catch (StorageUnavailableException error)
            {
                LogError(logger, error.Message);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Deleted {Rows} rows that were kept for long enough, or had no room"
    )]
    private static partial void LogSwept(ILogger logger, int rows);

    [LoggerMessage(Level = LogLevel.Error, Message = "Conversations and feedback cannot be stored: {Error}")]
    private static partial void LogError(ILogger logger, string error);
}
