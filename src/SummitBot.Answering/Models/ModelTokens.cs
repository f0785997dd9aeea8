using Microsoft.ML.Tokenizers;

namespace SummitBot.Answering.Models;

/// <summary>Counts tokens as OpenAI's present models do; for other models a fair estimate.</summary>
internal static class ModelTokens
{
    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() =>
        TiktokenTokenizer.CreateForEncoding("o200k_base")
    );

    public static int Count(string text) => Tokenizer.Value.CountTokens(text);
}
