using SummitBot.Core.Storage;

namespace SummitBot.Hosting.Operation;

/// <summary>The stored data of one person, by the channel's id of them.</summary>
public interface IPersonalData
{
    /// <summary>Empty when nothing is stored for that id.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be read.</exception>
    Task<PersonalData> ExportAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Deletes all of it, including conversations of this person alone.</summary>
    /// <returns>The number of deleted rows; 0 when nothing was stored.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was deleted.</exception>
    Task<int> EraseAsync(string userId, CancellationToken cancellationToken);
}
