using System.Text;
using SummitBot.Benchmarks.Measuring;
using SummitBot.Benchmarks.Synthetic;
using SummitBot.Core.Articles;
using SummitBot.Core.Passages;

namespace SummitBot.Benchmarks.Indexing;

/// <summary>The same passages to be written in two ways: by our use case from articles, and by Lucene.NET alone.</summary>
internal sealed class IndexingWork
{
    private readonly Article[] _articles;
    private readonly BarePassage[][] _blocks;

    public IndexingWork(int passages)
    {
        _articles =
        [
            .. Enumerable.Range(0, SyntheticCorpus.ArticlesFor(passages)).Select(SyntheticCorpus.CreateArticle),
        ];
        var splitter = new PassageSplitter();
        _blocks =
        [
            .. _articles.Select(article =>
                splitter.Split(article).Select(p => CreateBarePassage(article, p)).ToArray()
            ),
        ];
        PassageCount = _blocks.Sum(block => block.Length);
        Bytes = _blocks.Sum(block => block.Sum(p => (long)Encoding.UTF8.GetByteCount(p.Words)));
    }

    public int PassageCount { get; }

    /// <summary>Bytes of the indexed text, in UTF-8.</summary>
    public long Bytes { get; }

    public void WriteBare()
    {
        using var folder = new TemporaryFolder();
        BareLuceneIndex.Write(folder.Path, _blocks);
    }

    public async Task WriteOursAsync(CancellationToken cancellationToken)
    {
        using var bot = new SyntheticBot(_articles.Length, number => _articles[number]);
        await bot.IndexAsync(cancellationToken);
    }

    private static BarePassage CreateBarePassage(Article article, Passage passage) =>
        new(passage.Id.ToString(), passage.Text, $"{article.Title}\n{passage.Heading}\n{passage.Text}");
}
