using System.Globalization;
using SummitBot.Hosting.Hosts;

namespace SummitBot.DirectLine.Live;

/// <summary>The conversations that somebody listens to; one that nobody listens to takes no memory.</summary>
internal sealed class LiveConversations
{
    private const string Topic = "live";
    private const string KeptMark = "kept";
    private const string ShownMark = "shown";
    private const string EndedMark = "ended";

    private readonly IHostSignals _others;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);

    private int _listeners;

    /// <summary>Those who listen at other hosts are told by them.</summary>
    public LiveConversations(IHostSignals others)
    {
        _others = others;
        others.Subscribe(Topic, Receive);
        others.SubscribeToGaps(TellOfGap);
    }

    /// <summary>Null when so many listen already.</summary>
    /// <param name="lastNumber">The number of the last kept activity.</param>
    /// <param name="maxListeners">In all conversations together.</param>
    public LiveListener? TryListen(string conversation, long lastNumber, int maxListeners)
    {
        lock (_lock)
        {
            if (_listeners >= maxListeners)
            {
                return null;
            }

            _listeners++;
            if (!_rooms.TryGetValue(conversation, out Room? room))
            {
                _rooms[conversation] = room = new Room();
            }

            room.LastNumber = Math.Max(room.LastNumber, lastNumber);
            var listener = new LiveListener(l => Leave(conversation, l));
            room.Listeners.Add(listener);
            return listener;
        }
    }

    /// <summary>The log has grown.</summary>
    public void Kept(string conversation, long number)
    {
        TellKept(conversation, number);
        Publish(KeptMark, conversation, number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Shows an activity to those who listen now.</summary>
    public void Show(string conversation, string json)
    {
        TellShown(conversation, json);
        Publish(ShownMark, conversation, json);
    }

    /// <summary>Lets the sockets of the conversation close once they have sent everything.</summary>
    public void End(string conversation)
    {
        TellEnded(conversation);
        Publish(EndedMark, conversation, "");
    }

    private void Publish(string mark, string conversation, string rest) =>
        _others.Publish(Topic, $"{mark} {conversation} {rest}");

    private void Receive(string message)
    {
        if (message.Split(' ', 3) is not [var mark, var conversation, var rest])
        {
            return;
        }

        switch (mark)
        {
            case KeptMark when long.TryParse(rest, CultureInfo.InvariantCulture, out long number):
                TellKept(conversation, number);
                break;
            case ShownMark:
                TellShown(conversation, rest);
                break;
            case EndedMark:
                TellEnded(conversation);
                break;
        }
    }

    /// <summary>Whoever listens looks into the log.</summary>
    private void TellOfGap()
    {
        lock (_lock)
        {
            foreach (LiveListener listener in _rooms.Values.SelectMany(r => r.Listeners))
            {
                listener.Notify(new LiveSignal(null, long.MaxValue));
            }
        }
    }

    private void TellKept(string conversation, long number) =>
        Notify(
            conversation,
            room =>
            {
                room.LastNumber = Math.Max(room.LastNumber, number);
                return new LiveSignal(null, number);
            }
        );

    private void TellShown(string conversation, string json) =>
        Notify(conversation, room => new LiveSignal(json, room.LastNumber));

    private void TellEnded(string conversation)
    {
        lock (_lock)
        {
            if (_rooms.TryGetValue(conversation, out Room? room))
            {
                room.Listeners.ForEach(l => l.End());
            }
        }
    }

    private void Notify(string conversation, Func<Room, LiveSignal> signalOf)
    {
        lock (_lock)
        {
            if (_rooms.TryGetValue(conversation, out Room? room))
            {
                LiveSignal signal = signalOf(room);
                room.Listeners.ForEach(l => l.Notify(signal));
            }
        }
    }

    private void Leave(string conversation, LiveListener listener)
    {
        lock (_lock)
        {
            if (_rooms.TryGetValue(conversation, out Room? room) && room.Listeners.Remove(listener))
            {
                _listeners--;
                if (room.Listeners.Count == 0)
                {
                    _rooms.Remove(conversation);
                }
            }
        }
    }

    private sealed class Room
    {
        public List<LiveListener> Listeners { get; } = [];

        public long LastNumber { get; set; }
    }
}
