using System.Collections.Concurrent;
using Microsoft.Bot.Schema;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Stops answers at the request of the person who asked, also where another host is writing them. A request for an answer
/// that nobody is writing is ignored.
/// </summary>
public sealed class StopRequests
{
    /// <summary>Name of the event with which a client asks for it; its <c>replyToId</c> is the question's id.</summary>
    public const string EventName = "summitbot/stop";

    private const string Topic = "stop";

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly IHostSignals? _others;

    /// <param name="others">The other hosts; null when there are none.</param>
    public StopRequests(IHostSignals? others = null)
    {
        _others = others;
        others?.Subscribe(Topic, Cancel);
    }

    /// <summary>Stops the answer to a question.</summary>
    /// <param name="conversation">The conversation's id, which the caller has authenticated.</param>
    public void Stop(string conversation, string questionId)
    {
        string key = GetKey(conversation, questionId);
        Cancel(key);
        _others?.Publish(Topic, key);
    }

    /// <summary>Makes the answer to a question stoppable until the result is disposed.</summary>
    public Stoppable Begin(IActivity question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new Stoppable(_running, GetKey(question.Conversation?.Id, question.Id));
    }

    private void Cancel(string key)
    {
        if (_running.TryGetValue(key, out CancellationTokenSource? source))
        {
            // Its callbacks run elsewhere, because signals must be handled quickly.
            _ = Task.Run(() => CancelAsync(source), CancellationToken.None);
        }
    }

    private static async Task CancelAsync(CancellationTokenSource source)
    {
        try
        {
            await source.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The answer was finished meanwhile.
        }
    }

    private static string GetKey(string? conversation, string? questionId) => $"{conversation} {questionId}";

    /// <summary>An answer that is being written.</summary>
    public sealed class Stoppable : IDisposable
    {
        private readonly ConcurrentDictionary<string, CancellationTokenSource> _running;
        private readonly string _key;
        private readonly CancellationTokenSource _source = new();

        internal Stoppable(ConcurrentDictionary<string, CancellationTokenSource> running, string key)
        {
            _running = running;
            _key = key;
            running[key] = _source;
        }

        /// <summary>Cancelled by the request.</summary>
        public CancellationToken Token => _source.Token;

        public void Dispose()
        {
            _running.TryRemove(new KeyValuePair<string, CancellationTokenSource>(_key, _source));
            _source.Dispose();
        }
    }
}
