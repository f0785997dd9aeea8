using SummitBot.Core.Articles;
using SummitBot.Language;

namespace SummitBot.Evaluation;

/// <summary>Gives the documents of a data set to the ordinary indexer: each is an article, with its language detected.</summary>
public sealed class DataSetArticleReader(EvaluationCorpus corpus, ILanguageDetector languages) : IArticleReader
{
    private const char ByteOrderMark = '\ufeff';

    private readonly Dictionary<string, EvaluationDocument> _byPath = corpus.Documents.ToDictionary(
        d => GetPath(corpus, d),
        StringComparer.Ordinal
    );

    /// <summary>The documents in file order, whatever the paths: a data set has one corpus.</summary>
    public ArticleFileListing Find(IReadOnlyCollection<string> paths)
    {
        DateTime lastWritten = File.GetLastWriteTimeUtc(corpus.Path);
        return new ArticleFileListing(
            [
                .. corpus.Documents.Select(d => new ArticleFile(
                    GetPath(corpus, d),
                    d.ArticleId.Value,
                    d.Text.Length,
                    lastWritten
                )),
            ],
            []
        );
    }

    public Task<IReadOnlyList<ArticleReadResult>> ReadAsync(ArticleFile file, CancellationToken cancellationToken)
    {
        EvaluationDocument document = _byPath[file.Path];
        string text = PlainText(document.Text);
        var article = new Article
        {
            Id = document.ArticleId,
            Title = document.Title.Trim(),
            Text = text,
            Language = languages.Detect(text),
            Source = file.Path,
        };
        return Task.FromResult<IReadOnlyList<ArticleReadResult>>([ArticleReadResult.From(article)]);
    }

    private static string GetPath(EvaluationCorpus corpus, EvaluationDocument document) =>
        $"{corpus.Path}/{document.ArticleId}";

    /// <summary>One block a line, as <see cref="Article.Text"/> wants it.</summary>
    private static string PlainText(string text) =>
        string.Join(
            '\n',
            text.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Split(['\n', '\r', '\u2028', '\u2029'])
                .Select(line => line.Trim().Trim(ByteOrderMark).Trim())
                .Where(line => line.Length > 0)
        );
}
