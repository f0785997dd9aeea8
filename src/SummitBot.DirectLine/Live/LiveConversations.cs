namespace SummitBot.DirectLine.Live;

/// <summary>The conversations that somebody listens to; one that nobody listens to takes no memory.</summary>
internal sealed class LiveConversations
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);

    private int _listeners;

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
    public void Kept(string conversation, long number) =>
        Notify(
            conversation,
            room =>
            {
                room.LastNumber = Math.Max(room.LastNumber, number);
                return new LiveSignal(null, number);
            }
        );

    /// <summary>Shows an activity to those who listen now.</summary>
    public void Show(string conversation, string json) =>
        Notify(conversation, room => new LiveSignal(json, room.LastNumber));

    /// <summary>Lets the sockets of the conversation close once they have sent everything.</summary>
    public void End(string conversation)
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
