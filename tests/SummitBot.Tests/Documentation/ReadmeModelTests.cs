using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using SummitBot.Core.Answers.Drafting;

namespace SummitBot.Tests.Documentation;

/// <summary>The set-ups of models in README.md are settings that can be copied.</summary>
public sealed class ReadmeModelTests
{
    private static readonly string[] SetUps =
    [
        .. Readme.BlocksOf("ini").Single(b => b.Contains("SummitBot__Model__", StringComparison.Ordinal)).Split("\n\n"),
    ];

    [Fact]
    public void ThereIsOne_ForEveryProvider() =>
        Assert.Equal(Enum.GetValues<ModelProvider>(), SetUps.Select(s => Read(s).Provider));

    [Fact]
    public void EachOne_IsValid()
    {
        foreach (string setUp in SetUps)
        {
            ModelOptions options = Read(setUp);
            Assert.Empty(options.Validate(new ValidationContext(options)).Select(p => p.ErrorMessage));
        }
    }

    private static ModelOptions Read(string setUp)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                setUp
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Where(l => !l.StartsWith('#'))
                    .Select(l => l.Split('=', 2))
                    .Select(l => KeyValuePair.Create(l[0].Replace("__", ":", StringComparison.Ordinal), (string?)l[1]))
            )
            .Build();
        return configuration.GetSection(ModelOptions.Section).Get<ModelOptions>()!;
    }
}
