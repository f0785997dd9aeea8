using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Schema;

namespace SummitBot.Bot.Hosting;

/// <summary>
/// Remembers which activities came, for channels deliver again what was not acknowledged in time. It knows the last
/// <see cref="Capacity"/> of the last <see cref="Memory"/>, each by a hash, so that no sender can make it grow.
/// </summary>
internal sealed class RecentActivities(TimeProvider time)
{
    public const int Capacity = 50_000;

    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, long> _known = [];
    private readonly Queue<(UInt128 Key, long Number, long Came)> _order = new();
    private long _number;

    /// <summary>True when the activity is new, and is now known; false when it came before.</summary>
    /// <param name="activity">One without an id is always new.</param>
    public bool TryAdd(Activity activity)
    {
        if (FindKey(activity) is not { } key)
        {
            return true;
        }

        lock (_gate)
        {
            Forget();
            if (!_known.TryAdd(key, ++_number))
            {
                return false;
            }

            _order.Enqueue((key, _number, time.GetTimestamp()));
            return true;
        }
    }

    /// <summary>Forgets an activity that was refused after all, so that it may come again.</summary>
    public void Remove(Activity activity)
    {
        if (FindKey(activity) is not { } key)
        {
            return;
        }

        lock (_gate)
        {
            _known.Remove(key);
        }
    }

    private void Forget()
    {
        while (
            _order.TryPeek(out (UInt128 Key, long Number, long Came) oldest)
            && (_order.Count >= Capacity || time.GetElapsedTime(oldest.Came) > Memory)
        )
        {
            _order.Dequeue();
            // One that was removed and came again has another number, and a place of its own in the order.
            if (_known.TryGetValue(oldest.Key, out long number) && number == oldest.Number)
            {
                _known.Remove(oldest.Key);
            }
        }
    }

    /// <summary>The same for two deliveries; null without an id. An edited message keeps its id: only the time tells one edit from the next.</summary>
    public static UInt128? FindKey(Activity activity)
    {
        if (activity.Id is not { Length: > 0 } id)
        {
            return null;
        }

        string moment =
            activity.Type == ActivityTypes.Message
                ? ""
                : activity.Timestamp?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";
        string name = string.Join('\n', activity.ChannelId, activity.Conversation?.Id, activity.Type, moment, id);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
