namespace SummitBot.Storage.Hosts;

/// <summary>The name of this process among the hosts of one database.</summary>
internal sealed class HostIdentity
{
    public string Id { get; } = Guid.NewGuid().ToString("N");
}
