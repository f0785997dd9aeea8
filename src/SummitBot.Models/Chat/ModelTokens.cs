using Microsoft.ML.Tokenizers;

namespace SummitBot.Models.Chat;

/// <summary>Counts tokens as OpenAI's present models do; for other models a fair estimate.</summary>
internal static class ModelTokens
{
    private const int LongestPiece = 2_000;

    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() =>
        TiktokenTokenizer.CreateForEncoding("o200k_base")
    );

    /// <summary>Text is counted in pieces, since a long run without a space takes time that grows with its square.</summary>
    public static int Count(string text)
    {
        int tokens = 0;
        for (int start = 0; start < text.Length; start += LongestPiece)
        {
            ReadOnlySpan<char> piece = text.AsSpan(start, Math.Min(LongestPiece, text.Length - start));
            tokens += Tokenizer.Value.CountTokens(piece);
        }

        return tokens;
    }
}
