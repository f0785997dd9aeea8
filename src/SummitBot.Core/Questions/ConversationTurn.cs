namespace SummitBot.Core.Questions;

/// <summary>An earlier utterance of the conversation. Long text is truncated.</summary>
public sealed record ConversationTurn(Speaker Role, string Text)
{
    /// <summary>Hosts refuse longer text, which no question or answer has, characters.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Maximum length that is used, characters: each word of it may be searched for.</summary>
    public const int MaxTextLength = 2_000;

    /// <summary>At most <see cref="MaxTextLength"/> characters of the utterance.</summary>
    public string Text { get; } = Truncate(Text);

    private static string Truncate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= MaxTextLength)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength)];
    }
}
