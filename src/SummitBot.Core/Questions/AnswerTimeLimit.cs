using System.Globalization;

namespace SummitBot.Core.Questions;

/// <summary>
/// How long one answer may take, counted from its creation. A model stops a little before, so that the answer without it
/// still goes out in time. Without a limit only the caller ends the work.
/// </summary>
public sealed class AnswerTimeLimit : IDisposable
{
    /// <summary>The share of the limit that is kept back for the answer without a model.</summary>
    private const double ShareKeptBack = 0.1;

    private static readonly TimeSpan MaxKeptBack = TimeSpan.FromSeconds(2);

    private readonly TimeSpan _limit;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _whole;
    private readonly CancellationTokenSource _model;
    private readonly CancellationTokenSource _wholeOrCaller;
    private readonly CancellationTokenSource _modelOrCaller;

    /// <param name="limit">Null for no limit.</param>
    /// <param name="cancellationToken">The caller's own cancellation.</param>
    public AnswerTimeLimit(TimeSpan? limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _limit = limit ?? Timeout.InfiniteTimeSpan;
        _caller = cancellationToken;
        _whole = new CancellationTokenSource(_limit, time);
        _model = new CancellationTokenSource(limit is { } whole ? whole - GetReserve(whole) : _limit, time);
        _wholeOrCaller = CancellationTokenSource.CreateLinkedTokenSource(_whole.Token, cancellationToken);
        _modelOrCaller = CancellationTokenSource.CreateLinkedTokenSource(_model.Token, cancellationToken);
    }

    /// <summary>Cancelled when the limit has passed, or by the caller.</summary>
    public CancellationToken Token => _wholeOrCaller.Token;

    /// <summary>Cancelled when a model has to stop, or by the caller.</summary>
    public CancellationToken ModelToken => _modelOrCaller.Token;

    /// <summary>The result of work that got <see cref="Token"/>.</summary>
    /// <exception cref="TimeoutException">The limit has passed. The caller's own cancellation stays cancellation.</exception>
    public async ValueTask<T> WaitAsync<T>(ValueTask<T> work)
    {
        try
        {
            return await work;
        }
        catch (OperationCanceledException cancelled)
            when (_whole.IsCancellationRequested && !_caller.IsCancellationRequested)
        {
            throw new TimeoutException(
                string.Create(CultureInfo.InvariantCulture, $"No answer within {_limit.TotalSeconds} s."),
                cancelled
            );
        }
    }

    public void Dispose()
    {
        _wholeOrCaller.Dispose();
        _modelOrCaller.Dispose();
        _whole.Dispose();
        _model.Dispose();
    }

    private static TimeSpan GetReserve(TimeSpan whole)
    {
        TimeSpan share = whole * ShareKeptBack;
        return share < MaxKeptBack ? share : MaxKeptBack;
    }
}
