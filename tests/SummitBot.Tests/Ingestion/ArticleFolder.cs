using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion;

namespace SummitBot.Tests.Ingestion;

/// <summary>A real folder of articles for one test, and the reader that the hosts use.</summary>
public sealed class ArticleFolder : IDisposable
{
    private readonly ServiceProvider _services;

    public ArticleFolder(Action<CorpusOptions>? options = null, TimeProvider? time = null)
    {
        _services = new ServiceCollection()
            .AddSingleton(time ?? TimeProvider.System)
            .AddSummitBotIngestion()
            .Configure(options ?? (_ => { }))
            .BuildServiceProvider();
        Reader = _services.GetRequiredService<IArticleReader>();
    }

    public IArticleReader Reader { get; }

    public string Path { get; } = Directory.CreateTempSubdirectory("summitbot-articles-").FullName;

    public string GetPath(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = GetPath(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public ArticleFileListing Find(params string[] paths) => Reader.Find(paths.Length == 0 ? [Path] : paths);

    /// <summary>Finds the file by its own path and reads it.</summary>
    public async Task<ArticleReadResult> ReadAsync(string name)
    {
        ArticleFileListing listing = Find(GetPath(name));
        return await ReadOneAsync(Assert.Single(listing.Files));
    }

    /// <summary>Reads a file that holds one article.</summary>
    public async Task<ArticleReadResult> ReadOneAsync(ArticleFile file) =>
        Assert.Single(await Reader.ReadAsync(file, TestContext.Current.CancellationToken));

    public async Task<Article> ReadAsync(string name, string text)
    {
        Write(name, text);
        return await ArticleAsync(name);
    }

    public async Task<Article> ArticleAsync(string name)
    {
        ArticleReadResult result = await ReadAsync(name);
        Assert.True(result.Succeeded, result.Failure?.Reason);
        AssertKeepsItsPromises(result.Article);
        return result.Article;
    }

    public async Task<ArticleReadFailure> FailureAsync(string name)
    {
        ArticleReadResult result = await ReadAsync(name);
        Assert.False(result.Succeeded, result.Article?.Text);
        Assert.Equal(GetPath(name), result.Failure.Source);
        return result.Failure;
    }

    /// <summary>What the contract of <see cref="Article"/> says of every article.</summary>
    public static void AssertKeepsItsPromises(Article article)
    {
        string[] lines = article.Text.Split('\n');
        Assert.NotEqual("", article.Text);
        Assert.NotEqual("", article.Title);
        Assert.All(lines, line => Assert.Equal(line.Trim(), line));
        Assert.DoesNotContain("", lines);
        Assert.DoesNotContain(article.Text, c => char.IsControl(c) && c != '\n');
        Assert.All(article.Headings, h => Assert.Contains(h.Slice(article.Text), lines));
        Assert.All(article.Headings, h => Assert.True(h.Start == 0 || article.Text[h.Start - 1] == '\n'));
    }

    public static string[] GetHeadings(Article article) => [.. article.Headings.Select(h => h.Slice(article.Text))];

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}
