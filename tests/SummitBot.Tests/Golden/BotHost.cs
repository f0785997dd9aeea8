using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Answering;
using SummitBot.Core;
using SummitBot.Core.Access;
using SummitBot.Core.Answers;
using SummitBot.Core.Articles;
using SummitBot.Core.Asking;
using SummitBot.Core.Corpus;
using SummitBot.Core.Passages;
using SummitBot.Core.Questions;
using SummitBot.Core.Retrieval;
using SummitBot.Indexing;
using SummitBot.Ingestion;
using SummitBot.Models;
using SummitBot.Tests.Indexing;

namespace SummitBot.Tests.Golden;

/// <summary>The bot as composed by the hosts, with its own index.</summary>
internal sealed class BotHost : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    /// <param name="minConfidence">0 shows every answer that the writer finds; null uses the default.</param>
    public BotHost(double? minConfidence = null)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["SummitBot:Index:Path"] = _folder["index"],
        };
        if (minConfidence is { } min)
        {
            settings["SummitBot:Answering:MinConfidence"] = min.ToString(CultureInfo.InvariantCulture);
            settings["SummitBot:Answering:ClosestPassageConfidence"] = "0";
        }

        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSummitBotCore(configuration)
            .AddSummitBotIngestion()
            .AddSummitBotIndexing()
            .AddSummitBotAnswering()
            .AddSummitBotModels()
            .BuildServiceProvider(validateScopes: true);
    }

    private IArticleCatalog Catalog => _services.GetRequiredService<IArticleCatalog>();

    /// <summary>A bot with the repository's articles.</summary>
    public static Task<BotHost> OverTheCorpusAsync(double? minConfidence = null) =>
        OverAsync(Repository.GetPath("corpus"), minConfidence);

    /// <summary>A bot with the articles of a folder.</summary>
    public static async Task<BotHost> OverAsync(string folder, double? minConfidence = null)
    {
        var host = new BotHost(minConfidence);
        IndexingReport report = await host
            ._services.GetRequiredService<CorpusIndexer>()
            .IndexAsync(new IndexingRequest([folder]), progress: null, TestContext.Current.CancellationToken);
        Assert.Empty(report.Failures);
        return host;
    }

    /// <summary>Makes the files of a folder the only contents of the index.</summary>
    public Task<IndexingReport> IndexAsync(string folder) =>
        _services
            .GetRequiredService<CorpusIndexer>()
            .IndexAsync(new IndexingRequest([folder]), progress: null, TestContext.Current.CancellationToken);

    /// <summary>Makes these articles the only contents of the index.</summary>
    public void Index(IReadOnlyList<Article> articles)
    {
        using IPassageIndexWriter writer = _services.GetRequiredService<IPassageIndex>().OpenWriter(rebuild: true);
        IndexHost.Put(writer, articles);
        writer.Commit(["/corpus"], isExplicit: false, [.. articles.Select(IndexHost.CreateSource)]);
    }

    public Task<Answer> AskAsync(Question question) =>
        _services.GetRequiredService<QuestionAnswerer>().AnswerAsync(question, TestContext.Current.CancellationToken);

    /// <summary>The promises for every answer: all of it is cited, and every citation is correct.</summary>
    public void AssertIsGrounded(Answer answer)
    {
        Assert.Equal(answer.Outcome == AnswerOutcome.Answered, answer.Sentences.Count > 0);
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(c => c.Number));
        foreach (Citation citation in answer.Citations)
        {
            string text = Catalog.Find(citation.Article.Id, AccessScope.Public)!.Text;
            Assert.Equal(text[citation.Range.Start..citation.Range.End], citation.Quote);
            Assert.False(char.IsLowSurrogate(citation.Quote[0]) || char.IsHighSurrogate(citation.Quote[^1]));
            Passage passage = Assert.Single(
                Catalog.GetPassages(citation.Article.Id, AccessScope.Public),
                p => p.Id == citation.Passage
            );
            Assert.True(passage.Range.Contains(citation.Range));
        }

        foreach (AnswerSentence sentence in answer.Sentences)
        {
            Assert.NotEmpty(sentence.Citations);
            Assert.All(sentence.Citations, number => Assert.Equal(answer.Citations[number - 1].Quote, sentence.Text));
        }
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
