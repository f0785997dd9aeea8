using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SummitBot.Bot.Activities;

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
    private readonly HashSet<UInt128> _known = [];
    private readonly Queue<(UInt128 Key, long Came)> _order = new();

    /// <summary>True when the activity is new, and is now known; false when it came before.</summary>
    /// <param name="activity">One without an id is always new.</param>
    public bool TryAdd(Activity activity)
    {
        if (KeyOf(activity) is not { } key)
        {
            return true;
        }

        lock (_gate)
        {
            Forget();
            if (!_known.Add(key))
            {
                return false;
            }

            _order.Enqueue((key, time.GetTimestamp()));
            return true;
        }
    }

    /// <summary>Forgets an activity that was refused after all, so that it may come again.</summary>
    public void Remove(Activity activity)
    {
        if (KeyOf(activity) is not { } key)
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
            _order.TryPeek(out (UInt128 Key, long Came) oldest)
            && (_order.Count >= Capacity || time.GetElapsedTime(oldest.Came) > Memory)
        )
        {
            _order.Dequeue();
            _known.Remove(oldest.Key);
        }
    }

    /// <summary>An edited message keeps its id: only the time tells one edit from the next.</summary>
    private static UInt128? KeyOf(Activity activity)
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
