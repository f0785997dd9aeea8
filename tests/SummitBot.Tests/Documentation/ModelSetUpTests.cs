using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using SummitBot.Core.Models;
using SummitBot.Core.Retrieval;

namespace SummitBot.Tests.Documentation;

/// <summary>The set-ups in docs/models.md and docs/semantic-search.md are settings that can be copied.</summary>
public sealed class ModelSetUpTests
{
    [Fact]
    public void ThereIsALanguageModel_ForEveryProvider() =>
        Assert.Equal(
            Enum.GetValues<ModelProvider>(),
            Read<ModelOptions>("models.md", ModelOptions.Section).Select(o => o.Provider)
        );

    [Fact]
    public void EachLanguageModel_IsValid() => AssertValid(Read<ModelOptions>("models.md", ModelOptions.Section));

    [Fact]
    public void EachEmbeddingModel_IsValid() =>
        AssertValid(Read<EmbeddingOptions>("semantic-search.md", EmbeddingOptions.Section));

    private static void AssertValid(IReadOnlyList<IValidatableObject> setUps)
    {
        Assert.NotEmpty(setUps);
        Assert.All(
            setUps,
            options => Assert.Empty(options.Validate(new ValidationContext(options)).Select(p => p.ErrorMessage))
        );
    }

    /// <summary>The page's set-ups are the paragraphs of its one block of settings.</summary>
    private static IReadOnlyList<T> Read<T>(string page, string section) =>
        [
            .. Assert
                .Single(DocumentationPage.InDocs(page).GetBlocks("ini"))
                .Split("\n\n")
                .Select(setUp => ReadSettings(setUp).GetSection(section).Get<T>()!),
        ];

    private static IConfiguration ReadSettings(string setUp) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                setUp
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Where(l => !l.StartsWith('#'))
                    .Select(l => l.Split('=', 2))
                    .Select(l => KeyValuePair.Create(l[0].Replace("__", ":", StringComparison.Ordinal), (string?)l[1]))
            )
            .Build();
}
