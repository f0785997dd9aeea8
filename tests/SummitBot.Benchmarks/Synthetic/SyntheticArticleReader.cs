using SummitBot.Core.Articles;

namespace SummitBot.Benchmarks.Synthetic;

/// <summary>A corpus without files, so that what is measured is the index and not the disk.</summary>
/// <param name="articleOf">The article with a number, from 0 on.</param>
internal sealed class SyntheticArticleReader(int articles, Func<int, Article> articleOf) : IArticleReader
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public ArticleFileListing Find(IReadOnlyCollection<string> paths)
    {
        var files = new List<ArticleFile>(articles);
        for (int number = 0; number < articles; number++)
        {
            string name = $"{number:D7}.md";
            string path = $"/synthetic/{name}";
            _numbers[path] = number;
            files.Add(new ArticleFile(path, name, 0, DateTime.UnixEpoch));
        }

        return new ArticleFileListing(files, []);
    }

    public Task<IReadOnlyList<ArticleReadResult>> ReadAsync(ArticleFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Task.FromResult<IReadOnlyList<ArticleReadResult>>([
            ArticleReadResult.From(articleOf(_numbers[file.Path])),
        ]);
    }
}
