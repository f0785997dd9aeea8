using System.Security.Cryptography;
using System.Text;

namespace SummitBot.Core.Models;

/// <summary>By what the use of models is counted. Names come from outside: a long one takes no more room than a short one.</summary>
public static class UsageKeys
{
    public const string All = "all";

    public static string ForConversation(string conversation) => $"conversation {Hash(conversation)}";

    public static string ForUser(string user) => $"user {Hash(user)}";

    private static string Hash(string name) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
