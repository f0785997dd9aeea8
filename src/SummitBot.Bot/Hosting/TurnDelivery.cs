using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SummitBot.Hosting.Hosts;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// What a turn sends, each thing once, though the turn may run again at another host after this one was lost: things are known
/// by their order.
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

    /// <summary>The turn's name, the same when it runs again.</summary>
    public string Key { get; }

    internal long Number { get; }

    /// <summary>The delivery of the turn; null for a turn that runs once at most.</summary>
    public static TurnDelivery? Find(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.TurnState.Get<TurnDelivery>();
    }

    /// <summary>The name of the next thing to be sent.</summary>
    internal string CreateName() =>
        string.Create(CultureInfo.InvariantCulture, $"reply {Key} {Interlocked.Increment(ref _sent)}");

    /// <summary>Sends, unless an earlier run of the turn has: then what the channel said to that.</summary>
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
        // It is sent: whatever ends the turn, this is to be known.
        await _queue.MarkSentAsync(Number, ordinal, response?.Id ?? "", CancellationToken.None);
        return response!;
    }
}
