using System.Buffers.Text;
using System.Security.Cryptography;

namespace SummitBot.DirectLine.Tokens;

/// <summary>Ids that nobody can guess: 128 random bits in letters that need no escaping in addresses.</summary>
internal static class RandomId
{
    private const int Bytes = 16;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Of a visitor; clients take ids that begin so from tokens only.</summary>
    public static string NewUser() => $"dl_{New()}";
}
