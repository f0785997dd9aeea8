namespace SummitBot.Web.Corpus;

/// <summary>Wakes the <see cref="CorpusRefresher"/>: a file has changed, or somebody waits for a refresh. Thread-safe.</summary>
public sealed class CorpusSignal(TimeProvider time)
{
    /// <summary>What changes within this time is looked at in one go.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private List<TaskCompletionSource<bool>> _requests = [];
    private TaskCompletionSource _raised = Create();
    private TaskCompletionSource _requested = Create();

    /// <summary>Says that something below the corpus has changed.</summary>
    public void Raise()
    {
        lock (_lock)
        {
            _raised.TrySetResult();
        }
    }

    /// <summary>Ends when a refresh that began after this call is over; true when it succeeded.</summary>
    public Task<bool> RequestRefresh()
    {
        var request = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _requests.Add(request);
            _requested.TrySetResult();
        }

        return request.Task;
    }

    /// <summary>Ends when something has changed, or a refresh was requested, since the last refresh began.</summary>
    internal Task GetChange()
    {
        lock (_lock)
        {
            return Task.WhenAny(_raised.Task, _requested.Task);
        }
    }

    /// <summary>What waits for the refresh that begins now.</summary>
    internal IReadOnlyList<TaskCompletionSource<bool>> TakeRequests()
    {
        lock (_lock)
        {
            List<TaskCompletionSource<bool>> taken = _requests;
            _requests = [];
            _raised = Create();
            _requested = Create();
            return taken;
        }
    }

    /// <summary>Waits until something has changed, or a refresh is requested, or the time is over.</summary>
    /// <param name="longest">Null to wait without end.</param>
    internal async Task WaitAsync(TimeSpan? longest, CancellationToken cancellationToken)
    {
        Task raised;
        Task requested;
        lock (_lock)
        {
            (raised, requested) = (_raised.Task, _requested.Task);
        }

        try
        {
            await Task.WhenAny(raised, requested)
                .WaitAsync(longest ?? Timeout.InfiniteTimeSpan, time, cancellationToken);
            await requested.WaitAsync(Gathering, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing has changed for so long, or what did is gathered.
        }
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
