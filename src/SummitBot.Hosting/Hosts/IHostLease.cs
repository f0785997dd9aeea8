using SummitBot.Core.Storage;

namespace SummitBot.Hosting.Hosts;

/// <summary>Work that one host of a database does for all of them.</summary>
public interface IHostLease
{
    /// <summary>
    /// How long the work stays with a host that does not ask again; <see cref="Timeout.InfiniteTimeSpan"/> when there are
    /// no other hosts.
    /// </summary>
    TimeSpan Duration { get; }

    /// <summary>Takes or renews the lease; false while another host has it.</summary>
    /// <param name="work">The name of the work.</param>
    /// <exception cref="StorageUnavailableException">Nobody knows who has it.</exception>
    Task<bool> TryHoldAsync(string work, CancellationToken cancellationToken);

    /// <summary>Lets another host have the work at once; nothing happens when this one does not have it.</summary>
    /// <param name="work">The name of the work.</param>
    /// <exception cref="StorageUnavailableException">The lease runs out by itself.</exception>
    Task ReleaseAsync(string work, CancellationToken cancellationToken);
}
