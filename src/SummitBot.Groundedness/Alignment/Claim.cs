using SummitBot.Groundedness.Sources;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Alignment;

/// <summary>A claim, cut into tokens.</summary>
internal sealed class Claim(string text, string language)
{
    public string Text { get; } = text;

    /// <summary>See <see cref="PlainWords"/>.</summary>
    public string Plain { get; } = PlainWords.Of(text);

    public IReadOnlyList<Token> Tokens { get; } = Tokenizer.Cut(text, language);
}
