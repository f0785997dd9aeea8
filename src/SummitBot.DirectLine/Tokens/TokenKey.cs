using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using SummitBot.Core.Storage;
using SummitBot.DirectLine.Settings;
using SummitBot.Hosting;
using SummitBot.Hosting.Secrets;

namespace SummitBot.DirectLine.Tokens;

/// <summary>
/// The key that signs tokens: made of the secret, or, without one, made once and kept, so that tokens outlive the process and
/// serve at all processes beside it.
/// </summary>
internal sealed partial class TokenKey(
    ISecretStore secrets,
    IOptions<DirectLineOptions> options,
    IOptions<StorageOptions> storage,
    ILogger<TokenKey> logger
) : IDisposable
{
    private const string Name = "directLine.tokenKey";
    private const int Length = 32;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private SymmetricSecurityKey? _key;

    public async ValueTask<SymmetricSecurityKey> GetAsync(CancellationToken cancellationToken)
    {
        if (_key is { } key)
        {
            return key;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _key ??= new SymmetricSecurityKey(await CreateAsync(cancellationToken));
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<byte[]> CreateAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Secret.Length > 0)
        {
            byte[] secret = Encoding.UTF8.GetBytes(options.Value.Secret);
            return HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: Encoding.UTF8.GetBytes(Name));
        }

        try
        {
            return await secrets.GetOrAddAsync(Name, () => RandomNumberGenerator.GetBytes(Length), cancellationToken);
        }
        catch (StorageUnavailableException) when (storage.Value.Provider == StorageProvider.Sqlite)
        {
            LogNotKept(logger);
            return RandomNumberGenerator.GetBytes(Length);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The key of Direct Line tokens cannot be kept: tokens end with this process. Mend the database, or set SummitBot:DirectLine:Secret"
    )]
    private static partial void LogNotKept(ILogger logger);
}
