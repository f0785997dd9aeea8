using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummitBot.Core;
using SummitBot.Core.Answers;
using SummitBot.Core.Corpus;
using SummitBot.Core.Settings;
using SummitBot.Hosting;

namespace SummitBot.Tests.Core.Settings;

public sealed class SettingsTests
{
    [Fact]
    public void CorpusPaths_WhenNoneIsSet_AreTheDefault() =>
        Assert.Equal([Path.Combine(AppContext.BaseDirectory, "corpus")], Read<CorpusOptions>([]).Paths);

    [Fact]
    public void CorpusPaths_WhenSet_ReplaceTheDefault()
    {
        CorpusOptions options = Read<CorpusOptions>([
            ("SummitBot:Corpus:Paths:0", "/news/2023"),
            ("SummitBot:Corpus:Paths:1", "/news/2024"),
        ]);

        Assert.Equal(["/news/2023", "/news/2024"], options.Paths);
    }

    [Fact]
    public void Validation_OfAValueOutOfRange_GivesTheSentenceAlone()
    {
        Exception thrown = Assert.ThrowsAny<Exception>(() =>
            Read<AnsweringOptions>([("SummitBot:Answering:MaxSentences", "11")])
        );

        Assert.Equal(["SummitBot:Answering:MaxSentences must lie between 1 and 10."], SettingsErrors.Explain(thrown));
    }

    [Fact]
    public void Validation_OfSeveralBadSections_NamesThemAll()
    {
        Exception thrown = Assert.ThrowsAny<Exception>(() =>
            Start([("SummitBot:Answering:MaxSentences", "11"), ("SummitBot:Corpus:RefreshSeconds", "-1")])
        );

        Assert.Equal(
            [
                "SummitBot:Answering:MaxSentences must lie between 1 and 10.",
                "SummitBot:Corpus:RefreshSeconds must lie between 0 and 86400 (a day).",
            ],
            SettingsErrors.Explain(thrown).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Validation_OfAnUnknownSection_NamesItAndTheKnownOnes()
    {
        Exception thrown = Assert.ThrowsAny<Exception>(() => Start([("SummitBot:Korpus:Paths:0", "news")]));

        string sentence = Assert.Single(SettingsErrors.Explain(thrown));
        Assert.StartsWith(
            "Unknown setting SummitBot:Korpus: remove it or correct its name",
            sentence,
            StringComparison.Ordinal
        );
        Assert.Contains("Corpus", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Validation_OfTheWebHostsSection_IsLeftToTheWebHost()
    {
        Exception? thrown = Record.Exception(() => Start([("SummitBot:Web:MaxTurns", "7")]));

        Assert.Null(thrown);
    }

    [Theory]
    [InlineData("MaxSentences", "many", "write a whole number, or remove it.")]
    [InlineData("MinConfidence", "high", "write a number, or remove it.")]
    [InlineData("Draft", "perhaps", "write true or false, or remove it.")]
    [InlineData("Mode", "it's 'quick'", "write one of plain, agentic, or remove it.")]
    public void Explain_OfAValueOfTheWrongType_SaysWhatToWrite(string key, string value, string advice)
    {
        Exception thrown = Assert.ThrowsAny<Exception>(() =>
            Read<AnsweringOptions>([($"SummitBot:Answering:{key}", value)])
        );

        Assert.Equal(
            $"SummitBot:Answering:{key} is '{value}': {advice}",
            Assert.Single(SettingsErrors.Explain(thrown))
        );
    }

    [Fact]
    public void Explain_OfASettingsFileThatDoesNotParse_NamesTheFile()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, "{ \"SummitBot\": ");
        try
        {
            Exception thrown = Assert.ThrowsAny<Exception>(() => new ConfigurationBuilder().AddJsonFile(file).Build());

            Assert.Contains(file, Assert.Single(SettingsErrors.Explain(thrown)), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Explain_OfAnythingElse_IsEmpty()
    {
        Exception thrown = Assert.Throws<InvalidOperationException>(() => Array.Empty<int>().First());

        Assert.Empty(SettingsErrors.Explain(thrown));
    }

    private static T Read<T>(IReadOnlyList<(string Key, string Value)> settings)
        where T : class
    {
        using ServiceProvider services = Services(settings);
        return services.GetRequiredService<IOptions<T>>().Value;
    }

    private static void Start(IReadOnlyList<(string Key, string Value)> settings)
    {
        using ServiceProvider services = Services(settings);
        services.GetRequiredService<IStartupValidator>().Validate();
    }

    private static ServiceProvider Services(IReadOnlyList<(string Key, string Value)> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
        return new ServiceCollection()
            .AddSummitBotHosting(configuration)
            .AddSummitBotCore(configuration)
            .BuildServiceProvider();
    }
}
