using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;
using SummitBot.Tests.Core.Corpus;

namespace SummitBot.Tests.Models.Embeddings;

public sealed class AbandonedEmbeddingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeArticleReader _reader = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RetrieveAsync_WhenTheWordSearchFails_EndsItsRequestToTheModelFirst()
    {
        string index = _folder["index"];
        var embedder = new HangingEmbedder();
        _reader.Set("harbour.md", "The harbour was closed because of a storm.");
        using (var writing = new HybridBot(index, _reader, "http://127.0.0.1:9", embedder: embedder))
        {
            Assert.Null((await writing.IndexAsync()).Vectors?.Error);
        }

        foreach (string segments in Directory.GetFiles(index, "segments_*"))
        {
            await File.WriteAllTextAsync(segments, "broken", TestContext.Current.CancellationToken);
        }

        using var bot = new HybridBot(index, _reader, "http://127.0.0.1:9", embedder: embedder);
        await Assert.ThrowsAsync<IndexUnavailableException>(() => bot.RetrieveAsync("Why was the harbour closed?"));

        Assert.Equal((1, 1), (embedder.QuestionsBegun, embedder.QuestionsEnded));
    }

    /// <summary>Embeds passages at once, and a question never.</summary>
    private sealed class HangingEmbedder : ITextEmbedder
    {
        public string Model => "hanging";

        public double MinSimilarity => -1;

        public int QuestionsBegun { get; private set; }

        public int QuestionsEnded { get; private set; }

        public bool Supports(string language) => true;

        public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(
            IReadOnlyList<string> texts,
            EmbeddingPurpose purpose,
            CancellationToken cancellationToken
        )
        {
            if (purpose == EmbeddingPurpose.Question)
            {
                QuestionsBegun++;
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                finally
                {
                    QuestionsEnded++;
                }
            }

            return [.. texts.Select(_ => new ReadOnlyMemory<float>([1, 0]))];
        }
    }
}
