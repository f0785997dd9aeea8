using System.Diagnostics.CodeAnalysis;

namespace SummitBot.Core.Articles;

/// <summary>An article, or the reason why a file or an entry of it (as in an archive) gave none.</summary>
public sealed record ArticleReadResult
{
    private ArticleReadResult(Article? article, ArticleReadFailure? failure) => (Article, Failure) = (article, failure);

    public Article? Article { get; }

    public ArticleReadFailure? Failure { get; }

    /// <summary>The file, or its entry as <c>file#entry</c>.</summary>
    public string Source => Article?.Source ?? Failure!.Source;

    /// <summary>What was changed or lost in reading, one sentence for people each.</summary>
    public IReadOnlyList<string> Notices { get; private init; } = [];

    [MemberNotNullWhen(true, nameof(Article))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Article is not null;

    public static ArticleReadResult From(Article article, IReadOnlyList<string>? notices = null) =>
        new(article, null) { Notices = notices ?? [] };

    public static ArticleReadResult Failed(string source, ArticleReadError error, string reason) =>
        new(null, new ArticleReadFailure(source, error, reason));
}

/// <summary>A remark about a file that was read successfully.</summary>
/// <param name="Source">The file.</param>
/// <param name="Text">One sentence for people that says what was changed and how to fix it.</param>
public sealed record ArticleNotice(string Source, string Text);

/// <summary>A file that gave no article, and why.</summary>
/// <param name="Source">The file or folder, or the entry of a file as <c>file#entry</c>.</param>
/// <param name="Error">The kind of error.</param>
/// <param name="Reason">One sentence for people that says what is wrong and how to fix it.</param>
public sealed record ArticleReadFailure(string Source, ArticleReadError Error, string Reason)
{
    /// <summary>True when nothing is wrong: the file type is not supported, or the article is a draft.</summary>
    public bool IsLeftOut => Error is ArticleReadError.UnknownFormat or ArticleReadError.Draft;
}
