using SummitBot.Core.Storage;

namespace SummitBot.Hosting.Operation;

/// <summary>All that is kept of one person, by the id that the channel gave them.</summary>
public interface IPersonalData
{
    /// <summary>Empty when nothing is kept of anybody with that id.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be read.</exception>
    Task<PersonalData> ExportAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Deletes it all, with what conversations of this person alone leave behind.</summary>
    /// <returns>The number of rows deleted; 0 when nothing was kept.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was deleted.</exception>
    Task<int> EraseAsync(string userId, CancellationToken cancellationToken);
}
