using SummitBot.Core.Diagnosis;

namespace SummitBot.Web.Diagnosis;

/// <summary>
/// Runs the checks that cost nothing, at start and every few minutes. What is not as it should be goes into the log, each
/// sentence once as long as it lasts.
/// </summary>
public sealed partial class SelfCheckMonitor(SelfChecks checks, TimeProvider time, ILogger<SelfCheckMonitor> logger)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private volatile IReadOnlyList<Finding> _findings = [];

    /// <summary>Of the last run that ended; empty before the first one has.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            IReadOnlyList<Finding> before = _findings;
            List<Finding> findings = await checks
                .RunAsync(SelfCheckDepth.Free, stoppingToken)
                .ToListAsync(stoppingToken);
            _findings = findings;
            foreach (Finding finding in findings.Where(f => f.Level > FindingLevel.Ok).Except(before))
            {
                LogFinding(logger, finding.Subject, finding.Text);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Check of {Subject}: {Finding}")]
    private static partial void LogFinding(ILogger logger, string subject, string finding);
}
