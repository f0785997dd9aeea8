using SummitBot.Groundedness.Sources;
using SummitBot.Language.Tokens;

namespace SummitBot.Groundedness.Alignment;

/// <summary>A claim, cut into tokens.</summary>
internal sealed class Claim(string text, string language)
{
    public string Text { get; } = text;

    /// <summary>See <see cref="TextNormalizer"/>.</summary>
    public string Plain { get; } = TextNormalizer.Normalize(text);

    public IReadOnlyList<Token> Tokens { get; } = Tokenizer.Tokenize(text, language);
}
