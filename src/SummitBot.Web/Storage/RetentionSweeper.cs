using SummitBot.Core.Storage;
using SummitBot.Storage.Retention;

namespace SummitBot.Web.Storage;

/// <summary>
/// Deletes in the background what has been kept for long enough, or for which there is no room: at start, which also shows a database in trouble to the
/// operator right then, and every ten minutes, for strangers can fill a disk within hours.
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
                LogTrouble(logger, error.Message);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Deleted {Rows} rows that were kept for long enough, or had no room"
    )]
    private static partial void LogSwept(ILogger logger, int rows);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing is kept of conversations and feedback: {Trouble}")]
    private static partial void LogTrouble(ILogger logger, string trouble);
}
