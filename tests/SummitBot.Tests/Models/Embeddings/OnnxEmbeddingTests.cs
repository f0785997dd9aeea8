using Microsoft.Extensions.Options;
using SummitBot.Core.Retrieval;
using SummitBot.Models.Embeddings;

namespace SummitBot.Tests.Models.Embeddings;

/// <summary>Real models, run by the real runtime; only they are tiny.</summary>
public sealed class OnnxEmbeddingTests : IDisposable
{
    private static readonly string[] Vocabulary =
    [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "car",
        "jalopy",
        "tree",
    ];

    private static readonly float[][] Table =
    [
        [9, 9, 9],
        [0, 0, 0],
        [0, 0, 1],
        [0, 0, 0],
        [0, 0, 0],
        [3, 0, 0],
        [3, 0, 0],
        [0, 3, 0],
    ];

    private readonly TemporaryFolder _folder = new();

    public OnnxEmbeddingTests()
    {
        File.WriteAllBytes(_folder["model.onnx"], OnnxModelFile.Create(Table));
        File.WriteAllLines(_folder["vocab.txt"], Vocabulary);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheMeanOfTheTokens_IsTaken_PaddingLeftOut()
    {
        float[][] vectors = await EmbedAsync("car", "car jalopy car jalopy tree");

        AssertAlike([3, 0, 1], vectors[0]);
        AssertAlike([12, 3, 1], vectors[1]);
    }

    [Fact]
    public async Task WordsOfOneMeaning_HaveOneVector()
    {
        float[][] vectors = await EmbedAsync("car", "jalopy", "tree");

        Assert.Equal(vectors[0], vectors[1]);
        Assert.NotEqual(vectors[0], vectors[2]);
    }

    [Fact]
    public async Task TheFirstToken_IsTaken_WhereTheModelSaysSo()
    {
        Directory.CreateDirectory(_folder["1_Pooling"]);
        await File.WriteAllTextAsync(
            Path.Combine(_folder["1_Pooling"], "config.json"),
            """{"pooling_mode_cls_token":true,"pooling_mode_mean_tokens":false}""",
            TestContext.Current.CancellationToken
        );

        AssertAlike([0, 0, 1], (await EmbedAsync("car tree"))[0]);
    }

    [Fact]
    public async Task AModelThatPoolsItself_IsTakenAtItsWord()
    {
        await File.WriteAllBytesAsync(
            _folder["model.onnx"],
            OnnxModelFile.Create(Table, isPooled: true),
            TestContext.Current.CancellationToken
        );

        AssertAlike([3, 0, 1], (await EmbedAsync("car"))[0]);
    }

    [Fact]
    public async Task LongTexts_AreCut()
    {
        await WriteAsync("sentence_bert_config.json", """{"max_seq_length":4}""");

        AssertAlike([6, 0, 1], (await EmbedAsync("car car tree tree tree"))[0]);
    }

    [Fact]
    public async Task Letters_AreMadeSmall_UnlessTheModelMindsThem()
    {
        AssertAlike([3, 0, 1], (await EmbedAsync("CAR"))[0]);
        await WriteAsync("tokenizer_config.json", """{"do_lower_case":false}""");

        AssertAlike([0, 0, 1], (await EmbedAsync("CAR"))[0]);
    }

    [Fact]
    public async Task Prompts_ComeFromTheModel_UnlessTheSettingsHaveThem()
    {
        await WriteAsync("config_sentence_transformers.json", """{"prompts":{"query":"tree ","document":""}}""");

        AssertAlike([3, 3, 1], (await EmbedAsync(EmbeddingPurpose.Question, "", "car"))[0]);
        AssertAlike([6, 0, 1], (await EmbedAsync(EmbeddingPurpose.Question, "car ", "car"))[0]);
        AssertAlike([3, 0, 1], (await EmbedAsync(EmbeddingPurpose.Passage, "", "car"))[0]);
    }

    [Fact]
    public async Task TheName_TellsModelsOfOneFolderApart()
    {
        using ModelTextEmbedder previous = Embedder();
        string? name = previous.Model;
        await File.WriteAllBytesAsync(
            _folder["model.onnx"],
            OnnxModelFile.Create([.. Table.Skip(1), Table[0]]),
            TestContext.Current.CancellationToken
        );
        using ModelTextEmbedder other = Embedder();

        Assert.NotEqual(name, other.Model);
        Assert.StartsWith("Onnx:", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.onnx", null, "has no model.onnx")]
    [InlineData("vocab.txt", null, "has no vocab.txt")]
    [InlineData("model.onnx", "This is no model.", "no ONNX model")]
    [InlineData("vocab.txt", "car\ntree\n", "no vocabulary")]
    [InlineData("tokenizer_config.json", "{", "no JSON object")]
    [InlineData("sentence_bert_config.json", "[]", "no JSON object")]
    [InlineData("config_sentence_transformers.json", "", "no JSON object")]
    [InlineData("1_Pooling/config.json", """{"pooling_mode_max_tokens":true}""", "not supported")]
    public async Task AFileThatIsMissingOrBad_IsNamed(string file, string? content, string expected)
    {
        if (content is null)
        {
            File.Delete(_folder[file]);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
            await WriteAsync(file, content);
        }

        var error = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => EmbedAsync("car"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.FullPath, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AModelOfAnotherKind_IsRefused()
    {
        await File.WriteAllBytesAsync(
            _folder["model.onnx"],
            OnnxModelFile.Create(Table, input: "pixels"),
            TestContext.Current.CancellationToken
        );

        var error = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => EmbedAsync("car"));

        Assert.Contains("no sentence-embedding model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVocabularyOfAnotherModel_IsNamed_WhenATokenIsBeyondTheTable()
    {
        await File.WriteAllLinesAsync(
            _folder["vocab.txt"],
            [.. Vocabulary, "boat"],
            TestContext.Current.CancellationToken
        );

        var error = await Assert.ThrowsAsync<EmbeddingUnavailableException>(() => EmbedAsync("boat"));

        Assert.Contains("belongs to it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingFolder_IsNamed_AndFoundOnceItIsThere()
    {
        string path = _folder["later"];
        using var embedder = new ModelTextEmbedder(
            Options.Create(new EmbeddingOptions { Provider = EmbeddingProvider.Onnx, Folder = path }),
            TimeProvider.System
        );
        var error = Assert.Throws<EmbeddingUnavailableException>(() => embedder.Model);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);

        Directory.CreateDirectory(path);
        File.Copy(_folder["model.onnx"], Path.Combine(path, "model.onnx"));
        File.Copy(_folder["vocab.txt"], Path.Combine(path, "vocab.txt"));

        Assert.Single(
            await embedder.EmbedAsync(["car"], EmbeddingPurpose.Passage, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Cancelling_IsNoError()
    {
        using ModelTextEmbedder embedder = Embedder();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            embedder.EmbedAsync(["car"], EmbeddingPurpose.Passage, new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public async Task DisposingWhileTextsAreRead_EndsTheReadingAndNotTheProcess()
    {
        using ModelTextEmbedder embedder = Embedder();
        await embedder.EmbedAsync(["car"], EmbeddingPurpose.Passage, TestContext.Current.CancellationToken);
        string[] texts = [.. Enumerable.Repeat("car", 5000)];

        Task reading = embedder.EmbedAsync(texts, EmbeddingPurpose.Passage, TestContext.Current.CancellationToken);
        embedder.Dispose();

        Exception? end = await Record.ExceptionAsync(() => reading);
        Assert.True(end is null or EmbeddingUnavailableException, end?.ToString());
    }

    private static void AssertAlike(float[] expected, float[] actual)
    {
        double length = Math.Sqrt(expected.Sum(x => x * x));
        Assert.Equal(expected.Select(x => Math.Round(x / length, 4)), actual.Select(x => Math.Round(x, 4)));
    }

    private Task WriteAsync(string file, string content) =>
        File.WriteAllTextAsync(_folder[file], content, TestContext.Current.CancellationToken);

    private ModelTextEmbedder Embedder(string questionPrefix = "") =>
        new(
            Options.Create(
                new EmbeddingOptions
                {
                    Provider = EmbeddingProvider.Onnx,
                    Folder = _folder.FullPath,
                    QuestionPrefix = questionPrefix,
                    QuestionTimeoutSeconds = 30,
                    Threads = 1,
                }
            ),
            TimeProvider.System
        );

    private Task<float[][]> EmbedAsync(params string[] texts) => EmbedAsync(EmbeddingPurpose.Passage, "", texts);

    private async Task<float[][]> EmbedAsync(EmbeddingPurpose purpose, string questionPrefix, params string[] texts)
    {
        using ModelTextEmbedder embedder = Embedder(questionPrefix);
        return
        [
            .. (await embedder.EmbedAsync(texts, purpose, TestContext.Current.CancellationToken)).Select(v =>
                v.ToArray()
            ),
        ];
    }
}
