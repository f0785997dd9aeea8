namespace SummitBot.Hosting.Hosts;

/// <summary>
/// Short messages between the hosts of one database. A message may be lost, so receivers that depend on one also poll from
/// time to time.
/// </summary>
public interface IHostSignals
{
    /// <summary>
    /// Notifies the other hosts soon after it returns, but not this one. Messages of one host arrive in order.
    /// </summary>
    void Publish(string topic, string text);

    /// <summary>
    /// Registers a callback for each message of another host. Calls are sequential and must be short.
    /// </summary>
    void Subscribe(string topic, Action<string> receive);

    /// <summary>Registers a callback for when messages may have been lost.</summary>
    void SubscribeToGaps(Action missed);
}
