using System.Diagnostics.CodeAnalysis;

namespace SummitBot.Core.Articles;

/// <summary>An article, or the reason why a file, or an entry of a file such as an archive, gave none.</summary>
public sealed record ArticleReadResult
{
    private ArticleReadResult(Article? article, ArticleReadFailure? failure) => (Article, Failure) = (article, failure);

    public Article? Article { get; }

    public ArticleReadFailure? Failure { get; }

    /// <summary>The file, or the entry of it as <c>file#entry</c>.</summary>
    public string Source => Article?.Source ?? Failure!.Source;

    /// <summary>What was changed or lost in reading, a sentence for people each.</summary>
    public IReadOnlyList<string> Notices { get; private init; } = [];

    [MemberNotNullWhen(true, nameof(Article))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Article is not null;

    public static ArticleReadResult From(Article article, IReadOnlyList<string>? notices = null) =>
        new(article, null) { Notices = notices ?? [] };

    public static ArticleReadResult Failed(string source, ArticleReadError error, string reason) =>
        new(null, new ArticleReadFailure(source, error, reason));
}
