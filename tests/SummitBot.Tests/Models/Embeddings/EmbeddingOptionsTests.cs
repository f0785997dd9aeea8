using System.ComponentModel.DataAnnotations;
using SummitBot.Core.Retrieval;

namespace SummitBot.Tests.Models.Embeddings;

public sealed class EmbeddingOptionsTests
{
    [Theory]
    [InlineData(EmbeddingProvider.None, "", "", "", "")]
    [InlineData(EmbeddingProvider.OpenAI, "m", "", "key", "")]
    [InlineData(EmbeddingProvider.AzureOpenAI, "m", "https://some.openai.azure.com", "", "")]
    [InlineData(EmbeddingProvider.Ollama, "m", "", "", "")]
    [InlineData(EmbeddingProvider.OpenAICompatible, "m", "http://localhost:8080/v1", "", "")]
    [InlineData(EmbeddingProvider.Onnx, "", "", "", "models/m")]
    public void WhatAProviderNeeds_IsEnough(
        EmbeddingProvider provider,
        string name,
        string endpoint,
        string key,
        string folder
    ) => Assert.Empty(GetProblems(provider, name, endpoint, key, folder));

    [Theory]
    [InlineData(EmbeddingProvider.OpenAI, "", "", "key", "Name is empty")]
    [InlineData(EmbeddingProvider.OpenAI, "m", "", "", "ApiKey is empty")]
    [InlineData(EmbeddingProvider.AzureOpenAI, "m", "", "key", "Endpoint is no absolute")]
    [InlineData(EmbeddingProvider.OpenAICompatible, "m", "localhost:8080", "", "Endpoint is no absolute")]
    [InlineData(EmbeddingProvider.Ollama, "m", "file:///tmp", "", "Endpoint is no absolute")]
    [InlineData(EmbeddingProvider.Onnx, "", "", "", "Folder is empty")]
    public void WhatIsMissing_IsNamed(
        EmbeddingProvider provider,
        string name,
        string endpoint,
        string key,
        string expected
    ) =>
        Assert.Contains(
            expected,
            Assert.Single(GetProblems(provider, name, endpoint, key, folder: "")).ErrorMessage,
            StringComparison.Ordinal
        );

    private static List<ValidationResult> GetProblems(
        EmbeddingProvider provider,
        string name,
        string endpoint,
        string key,
        string folder
    )
    {
        var options = new EmbeddingOptions
        {
            Provider = provider,
            Name = name,
            Endpoint = endpoint,
            ApiKey = key,
            Folder = folder,
        };
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return problems;
    }
}
