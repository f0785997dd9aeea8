using System.Collections;

namespace SummitBot.Bot.Turns;

/// <summary>Middleware in the order in which it was added; itself one piece of middleware.</summary>
public sealed class MiddlewareSet : IMiddleware, IEnumerable<IMiddleware>
{
    private readonly List<IMiddleware> _middleware = [];

    public MiddlewareSet Use(IMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        return RunFromAsync(0, turnContext, next, cancellationToken);
    }

    public Task ReceiveActivityWithStatusAsync(
        ITurnContext turnContext,
        BotCallbackHandler? callback,
        CancellationToken cancellationToken
    ) =>
        RunFromAsync(
            0,
            turnContext,
            token => callback is null ? Task.CompletedTask : callback(turnContext, token),
            cancellationToken
        );

    public IEnumerator<IMiddleware> GetEnumerator() => _middleware.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Task RunFromAsync(int index, ITurnContext turn, NextDelegate last, CancellationToken cancellationToken) =>
        index == _middleware.Count
            ? last(cancellationToken)
            : _middleware[index]
                .OnTurnAsync(turn, token => RunFromAsync(index + 1, turn, last, token), cancellationToken);
}
