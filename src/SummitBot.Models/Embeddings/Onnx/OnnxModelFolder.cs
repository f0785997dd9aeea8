using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using SummitBot.Core.Retrieval;

namespace SummitBot.Models.Embeddings.Onnx;

/// <summary>
/// A folder with a sentence-embedding model in the common layout: <c>model.onnx</c> (or <c>onnx/model.onnx</c>) and
/// <c>vocab.txt</c>, of a WordPiece tokenizer; and, each optional, <c>tokenizer_config.json</c> (<c>do_lower_case</c>),
/// <c>sentence_bert_config.json</c> (<c>max_seq_length</c>), <c>1_Pooling/config.json</c> and
/// <c>config_sentence_transformers.json</c> (prompts put before questions and passages).
/// </summary>
internal sealed record OnnxModelFolder(string Path, string ModelFile, string VocabularyFile)
{
    private const int UsualTokens = 256;

    /// <summary>Identifies the model by its folder and its bytes.</summary>
    public required string Name { get; init; }

    public bool IsLowerCase { get; private init; } = true;

    /// <summary>A text is truncated after this many tokens.</summary>
    public int MaxTokens { get; private init; } = UsualTokens;

    public Pooling Pooling { get; init; }

    public string QuestionPrefix { get; private init; } = "";

    public string PassagePrefix { get; private init; } = "";

    /// <exception cref="EmbeddingUnavailableException">The folder or a file of it is missing or cannot be read.</exception>
    public static OnnxModelFolder Read(string folder)
    {
        string path = System.IO.Path.GetFullPath(folder);
        if (!Directory.Exists(path))
        {
            throw new EmbeddingUnavailableException(
                $"There is no folder {path}: correct {EmbeddingOptions.Section}:Folder."
            );
        }

        try
        {
            string model = Find(path, "model.onnx", System.IO.Path.Combine("onnx", "model.onnx"));
            string vocabulary = Find(path, "vocab.txt", System.IO.Path.Combine("onnx", "vocab.txt"));
            using JsonDocument? tokenizer = Json(path, "tokenizer_config.json");
            using JsonDocument? sentences = Json(path, "sentence_bert_config.json");
            using JsonDocument? pooling = Json(path, System.IO.Path.Combine("1_Pooling", "config.json"));
            using JsonDocument? prompts = Json(path, "config_sentence_transformers.json");
            return new OnnxModelFolder(path, model, vocabulary)
            {
                Name = $"{System.IO.Path.GetFileName(path)}@{ComputeHash(model)}",
                IsLowerCase = !IsSet(tokenizer, "do_lower_case", JsonValueKind.False),
                MaxTokens = ReadNumber(sentences, "max_seq_length") ?? UsualTokens,
                Pooling = ReadPooling(pooling, path),
                QuestionPrefix = ReadPrompt(prompts, "query"),
                PassagePrefix = ReadPrompt(prompts, "passage", "document"),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddingUnavailableException(
                $"The model in {path} cannot be read ({e.Message.TrimEnd('.')}): check the folder's permissions.",
                e
            );
        }
    }

    private static string Find(string folder, params string[] names) =>
        names.Select(n => System.IO.Path.Combine(folder, n)).FirstOrDefault(File.Exists)
        ?? throw new EmbeddingUnavailableException(
            $"The folder {folder} has no {names[0]}: put the model's file there, or correct {EmbeddingOptions.Section}:Folder."
        );

    private static string ComputeHash(string file)
    {
        var hash = new XxHash64();
        using FileStream stream = File.OpenRead(file);
        hash.Append(stream);
        return hash.GetCurrentHashAsUInt64().ToString("x16", CultureInfo.InvariantCulture);
    }

    private static JsonDocument? Json(string folder, string name)
    {
        string file = System.IO.Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(File.ReadAllText(file));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Reported below, like JSON that is not an object.
        }

        throw new EmbeddingUnavailableException(
            $"{file} is not a JSON object: copy the model's file again, or remove it."
        );
    }

    private static bool IsSet(JsonDocument? document, string key, JsonValueKind value) =>
        document?.RootElement.TryGetProperty(key, out JsonElement element) == true && element.ValueKind == value;

    private static int? ReadNumber(JsonDocument? document, string key) =>
        document?.RootElement.TryGetProperty(key, out JsonElement element) == true
        && element.ValueKind == JsonValueKind.Number
        && element.TryGetInt32(out int number)
        && number > 2
            ? number
            : null;

    private static Pooling ReadPooling(JsonDocument? document, string folder)
    {
        if (document is null || IsSet(document, "pooling_mode_mean_tokens", JsonValueKind.True))
        {
            return Pooling.Mean;
        }

        return IsSet(document, "pooling_mode_cls_token", JsonValueKind.True)
            ? Pooling.First
            : throw new EmbeddingUnavailableException(
                $"The model in {folder} pools its tokens in a way that is not supported: use one that takes the mean or the first token."
            );
    }

    private static string ReadPrompt(JsonDocument? document, params string[] names) =>
        document?.RootElement.TryGetProperty("prompts", out JsonElement prompts) == true
        && prompts.ValueKind == JsonValueKind.Object
            ? names
                .Select(n => prompts.TryGetProperty(n, out JsonElement p) ? p.ToString() : null)
                .FirstOrDefault(p => p is not null)
                ?? ""
            : "";
}

/// <summary>How the vector of a text is computed from its tokens' vectors.</summary>
internal enum Pooling
{
    /// <summary>The mean over all tokens of the text.</summary>
    Mean,

    /// <summary>The first token's.</summary>
    First,
}
