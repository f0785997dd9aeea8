using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Sends each message of a turn once, even if the turn runs again on another host after this one was lost: messages are
/// identified by their order.
/// </summary>
public sealed class TurnDelivery
{
    private readonly IActivityQueue _queue;
    private int _sent;

    internal TurnDelivery(IActivityQueue queue, long number, string key)
    {
        _queue = queue;
        Number = number;
        Key = key;
    }

    /// <summary>The turn's key, the same when it runs again.</summary>
    public string Key { get; }

    internal long Number { get; }

    /// <summary>The delivery of the turn; null for a turn that runs at most once.</summary>
    public static TurnDelivery? Find(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.TurnState.Get<TurnDelivery>();
    }

    /// <summary>The name of the next message.</summary>
    internal string CreateName() =>
        string.Create(CultureInfo.InvariantCulture, $"reply {Key} {Interlocked.Increment(ref _sent)}");

    /// <summary>
    /// Sends, unless an earlier run of the turn already did; then returns the channel's response to that.
    /// </summary>
    /// <exception cref="LeaseLostException">Another host answers the activity.</exception>
    internal async Task<ResourceResponse> SendOnceAsync(
        Func<Task<ResourceResponse>> send,
        CancellationToken cancellationToken
    )
    {
        int ordinal = Interlocked.Increment(ref _sent);
        if (await _queue.FindSentAsync(Number, ordinal, cancellationToken) is { } id)
        {
            return new ResourceResponse(id.Length == 0 ? null : id);
        }

        ResourceResponse response = await send();
        // The message was sent, so this is recorded even if the turn is cancelled.
        await _queue.MarkSentAsync(Number, ordinal, response?.Id ?? "", CancellationToken.None);
        return response!;
    }
}
