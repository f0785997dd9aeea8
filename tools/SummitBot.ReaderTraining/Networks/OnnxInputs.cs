using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SummitBot.ReaderTraining.Networks;

/// <summary>Inputs of the base model and of the exported reader.</summary>
internal static class OnnxInputs
{
    public const string Tokens = "input_ids";
    public const string Attention = "attention_mask";
    public const string TokenTypes = "token_type_ids";
    public const string SentenceNumbers = "sentence_ids";

    /// <summary>The batch under the names that a model expects.</summary>
    public static List<NamedOnnxValue> Create(ReaderBatch batch, IEnumerable<string> names) =>
        [
            .. names.Select(name =>
                NamedOnnxValue.CreateFromTensor(
                    name,
                    new DenseTensor<long>(Numbers(batch, name), [batch.Windows.Count, batch.Length])
                )
            ),
        ];

    private static long[] Numbers(ReaderBatch batch, string name) =>
        name switch
        {
            Tokens => batch.Tokens,
            Attention => batch.Attention,
            TokenTypes => batch.TokenTypes,
            SentenceNumbers => batch.SentenceNumbers,
            _ => throw new ArgumentException($"There is no input {name}.", nameof(name)),
        };
}
