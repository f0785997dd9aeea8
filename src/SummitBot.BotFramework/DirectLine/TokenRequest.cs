namespace SummitBot.BotFramework.DirectLine;

/// <summary>What a client says when it asks for a token or a conversation; all of it may be missing.</summary>
internal sealed record TokenRequest
{
    /// <summary>Who the token is for.</summary>
    public Person? User { get; set; }

    /// <summary>The pages that may use it.</summary>
    public IReadOnlyList<string>? TrustedOrigins { get; set; }

    /// <summary>A token that is over, of the conversation to go on with.</summary>
    public string? Token { get; set; }

    /// <summary>BCP 47 name of the person's language.</summary>
    public string? Locale { get; set; }

    internal sealed record Person
    {
        public string? Id { get; set; }

        public string? Name { get; set; }
    }
}
