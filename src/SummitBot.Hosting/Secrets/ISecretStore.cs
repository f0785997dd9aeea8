using SummitBot.Core.Storage;

namespace SummitBot.Hosting.Secrets;

/// <summary>Keeps secrets that the program makes for itself, such as a key that signs tokens.</summary>
public interface ISecretStore
{
    /// <summary>
    /// The secret of that name, made with <paramref name="create"/> when there is none; all processes get the same one.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It can neither be read nor kept.</exception>
    Task<byte[]> GetOrAddAsync(string name, Func<byte[]> create, CancellationToken cancellationToken);
}
