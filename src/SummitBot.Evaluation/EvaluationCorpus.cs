using System.Globalization;
using SummitBot.Core.Articles;

namespace SummitBot.Evaluation;

/// <summary>The documents of a data set, with the mapping between their ids and article ids.</summary>
public sealed class EvaluationCorpus
{
    private readonly Dictionary<string, ArticleId> _articleByDocument = new(StringComparer.Ordinal);
    private readonly Dictionary<ArticleId, string> _documentByArticle = [];
    private readonly List<EvaluationDocument> _documents = [];

    /// <param name="path">Full path of <c>corpus.jsonl</c>.</param>
    public EvaluationCorpus(string path) => Path = path;

    public string Path { get; }

    /// <summary>In file order.</summary>
    public IReadOnlyList<EvaluationDocument> Documents => _documents;

    /// <summary>False when there already is a document with that id.</summary>
    public bool TryAdd(string id, string title, string text)
    {
        if (_articleByDocument.ContainsKey(id))
        {
            return false;
        }

        ArticleId article = NewArticleId(id);
        _articleByDocument.Add(id, article);
        _documentByArticle.Add(article, id);
        _documents.Add(new EvaluationDocument(id, article, title, text));
        return true;
    }

    public bool Contains(string documentId) => _articleByDocument.ContainsKey(documentId);

    /// <summary>The document of an article; the article's own id when it is not in this corpus.</summary>
    public string GetDocument(ArticleId article) => _documentByArticle.GetValueOrDefault(article, article.Value);

    /// <summary>
    /// The id with <c>-</c> in place of characters that an article id may not have, and a number if that is taken.
    /// </summary>
    private ArticleId NewArticleId(string id)
    {
        string allowed = string.Concat(id.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        const int longest = ArticleId.MaxLength - 10;
        string stem = allowed.Length > longest ? allowed[..longest] : allowed;
        stem = ArticleId.IsValid(stem) ? stem : "document";
        var article = new ArticleId(stem);
        for (int i = 2; _documentByArticle.ContainsKey(article); i++)
        {
            article = new ArticleId(string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}"));
        }

        return article;
    }
}

/// <summary>An entry of a data set's <c>corpus.jsonl</c>.</summary>
/// <param name="Id">The entry's id in the data set, for example <c>Super_Bowl_50#0</c>.</param>
/// <param name="ArticleId">The id it is indexed under.</param>
public sealed record EvaluationDocument(string Id, ArticleId ArticleId, string Title, string Text);
