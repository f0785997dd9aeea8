namespace SummitBot.Hosting.Hosts;

/// <summary>
/// Short messages between the hosts of one database. A message may be lost: whoever depends on one also looks for himself
/// from time to time.
/// </summary>
public interface IHostSignals
{
    /// <summary>Tells the other hosts, soon after it returns; never this one. Messages of one host arrive in their order.</summary>
    void Publish(string topic, string text);

    /// <summary>Calls for each message of another host. Calls come one after the other and must be short.</summary>
    void Subscribe(string topic, Action<string> receive);

    /// <summary>Calls when messages may have been lost.</summary>
    void SubscribeToGaps(Action missed);
}
