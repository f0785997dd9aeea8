using SummitBot.DirectLine.Settings;
using SummitBot.DirectLine.Tokens;

namespace SummitBot.DirectLine;

/// <summary>The request for a token or a conversation; all properties are optional.</summary>
internal sealed record TokenRequest
{
    private const int MaxUserIdLength = 64;
    private const int MaxGroups = 100;

    /// <summary>The user of the token.</summary>
    public Person? User { get; set; }

    /// <summary>The pages that may use it.</summary>
    public IReadOnlyList<string?>? TrustedOrigins { get; set; }

    /// <summary>The user's groups: the bot answers from the articles that one of them may see, and from public ones.</summary>
    public IReadOnlyList<string?>? Groups { get; set; }

    /// <summary>A token that is over, of the conversation to go on with.</summary>
    public string? Token { get; set; }

    /// <summary>BCP 47 name of the person's language.</summary>
    public string? Locale { get; set; }

    /// <summary>
    /// Why the request of a holder of the secret is invalid, as a sentence that says how to fix it; null when it is
    /// valid.
    /// </summary>
    public string? Problem =>
        User?.Id is { } id && id.Length is 0 or > MaxUserIdLength
            ? $"The user's id must have 1 to {MaxUserIdLength} characters."
        : TrustedOrigins?.Any(o => o is null || !Origins.IsOrigin(o)) == true
            ? $"trustedOrigins has '{TrustedOrigins.First(o => o is null || !Origins.IsOrigin(o)) ?? "null"}', which is not an origin: write it like https://www.example.org."
        : Groups?.Count > MaxGroups || Groups?.Any(string.IsNullOrWhiteSpace) == true
            ? $"groups must be the names of {MaxGroups} groups at most."
        : null;

    /// <summary>The token that a holder of the secret requests.</summary>
    public DirectLineToken ForNewConversation()
    {
        var visitor = DirectLineToken.ForVisitor();
        return visitor with
        {
            User = User?.Id ?? visitor.User,
            IsNamed = User?.Id is not null,
            Origins = [.. TrustedOrigins?.OfType<string>() ?? []],
            Groups = [.. Groups?.OfType<string>() ?? []],
        };
    }

    internal sealed record Person
    {
        public string? Id { get; set; }

        public string? Name { get; set; }
    }
}
