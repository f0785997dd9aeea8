using Microsoft.ML.Tokenizers;

namespace SummitBot.Models.Chat;

/// <summary>Counts tokens like OpenAI's current models; an estimate for other models.</summary>
internal static class ModelTokens
{
    private const int MaxPieceLength = 2_000;

    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() =>
        TiktokenTokenizer.CreateForEncoding("o200k_base")
    );

    /// <summary>Text is counted in pieces, because a long text without spaces takes quadratic time.</summary>
    public static int Count(string text)
    {
        int tokens = 0;
        for (int start = 0; start < text.Length; start += MaxPieceLength)
        {
            ReadOnlySpan<char> piece = text.AsSpan(start, Math.Min(MaxPieceLength, text.Length - start));
            tokens += Tokenizer.Value.CountTokens(piece);
        }

        return tokens;
    }
}
