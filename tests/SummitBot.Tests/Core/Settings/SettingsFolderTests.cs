using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SummitBot.Core;
using SummitBot.Core.Corpus;
using SummitBot.Core.Settings;

namespace SummitBot.Tests.Core.Settings;

public sealed class SettingsFolderTests
{
    [Fact]
    public void WithoutASetting_PathsStartBesideTheProgram()
    {
        (CorpusOptions corpus, IndexOptions index) = Read([]);

        Assert.Equal([Path.Combine(AppContext.BaseDirectory, "corpus")], corpus.Paths);
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, ".index"), index.Path);
    }

    [Fact]
    public void WithASetting_RelativePathsStartThere_AndAbsoluteOnesStay()
    {
        (CorpusOptions corpus, IndexOptions index) = Read([
            new("SummitBot:Folder", "/srv/bot"),
            new("SummitBot:Corpus:Paths:0", "news"),
            new("SummitBot:Corpus:Paths:1", "/data/press"),
        ]);

        Assert.Equal(["/srv/bot/news", "/data/press"], corpus.Paths);
        Assert.Equal("/srv/bot/.index", index.Path);
    }

    [Fact]
    public void ARelativeFolder_StartsAtTheCurrentOne() =>
        Assert.Equal(
            Path.GetFullPath("there"),
            SettingsFolder.Find(
                new ConfigurationBuilder().AddInMemoryCollection([new("SummitBot:Folder", "there")]).Build()
            )
        );

    private static (CorpusOptions Corpus, IndexOptions Index) Read(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using ServiceProvider services = new ServiceCollection().AddSummitBotCore(configuration).BuildServiceProvider();
        return (
            services.GetRequiredService<IOptions<CorpusOptions>>().Value,
            services.GetRequiredService<IOptions<IndexOptions>>().Value
        );
    }
}
