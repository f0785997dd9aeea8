using SummitBot.Core.Diagnosis;

namespace SummitBot.Web.Diagnosis;

/// <summary>
/// Runs the checks that cost nothing, at start, every few minutes, and when somebody asks and the last run is seconds ago.
/// What is not as it should be goes into the log, each sentence once as long as it lasts.
/// </summary>
public sealed partial class SelfCheckMonitor(SelfChecks checks, TimeProvider time, ILogger<SelfCheckMonitor> logger)
    : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Older findings are not shown without another look.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    /// <summary>Whoever asks is told the findings before when a run takes longer: probes are impatient.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task _run = Task.CompletedTask;
    private DateTimeOffset _started = DateTimeOffset.MinValue;
    private CancellationToken _stopping;
    private volatile IReadOnlyList<Finding> _findings = [];

    /// <summary>Of the last seconds; those before while a run takes long, empty before the first one has ended.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(RunUnlessFresh(), Task.Delay(Timeout, time, cancellationToken));
        return _findings;
    }

    /// <summary>Takes a finding that did not wait for the next run of its check.</summary>
    public void Add(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        lock (_lock)
        {
            _findings = [.. _findings, finding];
        }

        LogFinding(logger, finding.Subject, finding.Text);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        while (true)
        {
            await RunUnlessFresh();
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    /// <summary>The run that is under way or was a moment ago, else a new one: many who ask make one.</summary>
    private Task RunUnlessFresh()
    {
        lock (_lock)
        {
            if (_run.IsCompleted && time.GetUtcNow() - _started > Fresh)
            {
                _started = time.GetUtcNow();
                _run = Task.Run(RunAsync, _stopping);
            }

            return _run;
        }
    }

    private async Task RunAsync()
    {
        List<Finding> findings = await checks.RunAsync(SelfCheckDepth.Free, _stopping).ToListAsync(_stopping);
        IEnumerable<Finding> told;
        lock (_lock)
        {
            told = _findings;
            _findings = findings;
        }

        foreach (Finding finding in findings.Where(f => f.Level > FindingLevel.Ok).Except(told))
        {
            LogFinding(logger, finding.Subject, finding.Text);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Check of {Subject}: {Finding}")]
    private static partial void LogFinding(ILogger logger, string subject, string finding);
}
