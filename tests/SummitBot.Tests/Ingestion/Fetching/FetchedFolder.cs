using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion;

namespace SummitBot.Tests.Ingestion.Fetching;

/// <summary>A folder for fetched sources, and what is in it.</summary>
internal sealed class FetchedFolder : IDisposable
{
    public const string Source = "press";

    public const int MaxFileBytes = 200_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("summitbot-fetch-");

    public string Path => _folder.FullName;

    public CorpusOptions Corpus { get; } = new() { MaxFileBytes = MaxFileBytes };

    public void Dispose() => _folder.Delete(recursive: true);

    public async Task<FetchReport> FetchAsync(
        SourceOptions options,
        string name = Source,
        bool isDryRun = false,
        TimeProvider? time = null
    )
    {
        await using ServiceProvider services = CreateServices(options, name, time);
        return await services
            .GetRequiredService<ISourceFetcher>()
            .FetchAsync(Corpus.ListSources()[0], isDryRun, TestContext.Current.CancellationToken);
    }

    /// <summary>The outcomes with the path of each address.</summary>
    public static string[] Told(FetchReport report) =>
        [.. report.Items.Select(i => $"{i.Outcome} {i.Address.PathAndQuery}")];

    /// <summary>The contents of the visible files of the source <see cref="Source"/>, in the order of their paths.</summary>
    public IReadOnlyList<string> Files() => [.. FindFiles().Select(File.ReadAllText)];

    /// <summary>The paths of these files below the folder of the source.</summary>
    public IReadOnlyList<string> Names() =>
        [.. FindFiles().Select(f => System.IO.Path.GetRelativePath(Folder, f).Replace('\\', '/'))];

    /// <summary>The articles of the source as the index would get them.</summary>
    public async Task<IReadOnlyList<Article>> ReadArticlesAsync(SourceOptions options)
    {
        await using ServiceProvider services = CreateServices(options, Source, time: null);
        IArticleReader reader = services.GetRequiredService<IArticleReader>();
        var articles = new List<Article>();
        foreach (ArticleFile file in reader.Find([Folder]).Files)
        {
            foreach (ArticleReadResult read in await reader.ReadAsync(file, TestContext.Current.CancellationToken))
            {
                articles.Add(read.Article!);
            }
        }

        return articles;
    }

    private string Folder => System.IO.Path.Combine(Path, Source);

    private IEnumerable<string> FindFiles() =>
        Directory.Exists(Folder)
            ? Directory
                .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Where(f => !System.IO.Path.GetRelativePath(Folder, f).StartsWith('.'))
                .Order(StringComparer.Ordinal)
            : [];

    private ServiceProvider CreateServices(SourceOptions options, string name, TimeProvider? time)
    {
        Corpus.FetchedPath = Path;
        Corpus.Sources = new Dictionary<string, SourceOptions> { [name] = options };
        return new ServiceCollection()
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(Corpus))
            .AddSingleton(time ?? TimeProvider.System)
            .AddSummitBotIngestion()
            .BuildServiceProvider();
    }
}
