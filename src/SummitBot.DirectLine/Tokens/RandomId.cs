using System.Buffers.Text;
using System.Security.Cryptography;

namespace SummitBot.DirectLine.Tokens;

/// <summary>Ids that cannot be guessed: 128 random bits in characters that need no escaping in URLs.</summary>
internal static class RandomId
{
    private const int Bytes = 16;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The id of a visitor; clients accept ids with this prefix only from tokens.</summary>
    public static string NewUser() => $"dl_{New()}";
}
