using System.Diagnostics.CodeAnalysis;
using SummitBot.Language.Tokens;

namespace SummitBot.Core.Questions;

/// <summary>An earlier utterance of the conversation. Long text is truncated.</summary>
public sealed record ConversationTurn(Speaker Role, string Text)
{
    /// <summary>Hosts refuse longer text, which no question or answer has, characters.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Maximum length that is used, characters: each word of it may be searched for.</summary>
    public const int MaxTextLength = 2_000;

    /// <summary>At most <see cref="MaxTextLength"/> characters of what was said.</summary>
    public string Text { get; } = Truncate(Text ?? throw new ArgumentNullException(nameof(Text)));

    /// <summary>
    /// What of it a follow-up may refer to, at most <see cref="MaxTextLength"/> characters: all of it unless set otherwise; null
    /// when it states nothing, as a refusal.
    /// </summary>
    public string? Statement
    {
        get;
        init => field = Truncate(value);
    } = Truncate(Text);

    /// <summary>The bot asked which of two readings of a question was meant.</summary>
    public bool AsksBack { get; init; }

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Truncate(string? text) => text is null ? null : TextStart.Take(text, MaxTextLength);
}

public enum Speaker
{
    User,
    Assistant,
}
