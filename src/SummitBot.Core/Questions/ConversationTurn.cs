namespace SummitBot.Core.Questions;

/// <summary>Something that was said before the question. Of a long text the beginning is looked at.</summary>
public sealed record ConversationTurn(Speaker Role, string Text)
{
    /// <summary>Hosts refuse a longer text, which no question or answer has, characters.</summary>
    public const int MaxLength = 20_000;

    /// <summary>What is looked at, characters: each word of it may be searched for.</summary>
    public const int MaxTextLength = 2_000;

    /// <summary>At most <see cref="MaxTextLength"/> characters of what was said.</summary>
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
