using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SummitBot.Core.Retrieval;

namespace SummitBot.Core.Diagnosis;

/// <summary>Checks that the embedding model computes vectors, and how long it takes.</summary>
internal sealed class EmbeddingSelfCheck(ITextEmbedder embedder, IOptions<EmbeddingOptions> options, TimeProvider time)
    : ISelfCheck
{
    private const string TestQuestion = "Who met whom?";

    public string Subject => "embedding";

    public async IAsyncEnumerable<Finding> RunAsync(
        SelfCheckDepth depth,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (options.Value.Provider == EmbeddingProvider.None)
        {
            yield return new Finding(
                Subject,
                FindingLevel.Ok,
                $"No embedding model is set, so passages are found by their words; {EmbeddingOptions.Section}:Provider sets one."
            );
            yield break;
        }

        // A local model is free to use.
        bool isLocal = options.Value.Provider is EmbeddingProvider.Embedded or EmbeddingProvider.Onnx;
        if (depth == SelfCheckDepth.Full || isLocal)
        {
            yield return await TryAsync(cancellationToken);
        }
    }

    private async Task<Finding> TryAsync(CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        try
        {
            IReadOnlyList<ReadOnlyMemory<float>> vectors = await embedder.EmbedAsync(
                [TestQuestion],
                EmbeddingPurpose.Question,
                cancellationToken
            );
            return new Finding(
                Subject,
                FindingLevel.Ok,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The embedding model {embedder.Model} gave a vector of {vectors[0].Length} numbers in {time.GetElapsedTime(started).TotalSeconds:0.00} s."
                )
            );
        }
        catch (EmbeddingUnavailableException e)
        {
            return new Finding(Subject, FindingLevel.Error, e.Message);
        }
    }
}
