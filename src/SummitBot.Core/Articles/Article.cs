using SummitBot.Core.Access;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Core.Articles;

/// <summary>
/// A source article as plain text. All ranges, passages and quotations of the article refer to <see cref="Text"/>: one
/// block (paragraph, heading, list item) on each line, lines separated by a single <c>\n</c>, no white space at either
/// end.
/// </summary>
public sealed record Article
{
    public required ArticleId Id { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public DateOnly? Published { get; init; }

    /// <summary>The public address, absolute, http or https.</summary>
    public Uri? Url { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Who wrote it, as the page or the file names them; the text begins with its <see cref="Byline"/>.</summary>
    public string? Author { get; init; }

    /// <summary>The article's own description in a sentence or two; never quoted.</summary>
    public string? Description { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who may see it; without names it is public.</summary>
    public GroupNames Groups { get; init; } = GroupNames.None;

    /// <summary>ISO 639-1 code in lower case (<c>en</c>), or <see cref="LanguageCodes.Unknown"/>.</summary>
    public required string Language { get; init; }

    /// <summary>The lines of <see cref="Text"/> that are headings, in text order.</summary>
    public IReadOnlyList<TextRange> Headings { get; init; } = [];

    /// <summary>Where its pages begin, in text order; empty for an article without pages.</summary>
    public IReadOnlyList<PageStart> Pages { get; init; } = [];

    /// <summary>The file the article was read from; <c>file#entry</c> for one of several in a file.</summary>
    public required string Source { get; init; }

    public ArticleSummary Summary =>
        new(Id, Title, Published, Url, Publisher, Language, Source)
        {
            Author = Author,
            Description = Description,
            Tags = Tags,
            Groups = Groups,
        };
}

/// <summary>Where a page of a document begins in the article's plain text.</summary>
/// <param name="Start">The first UTF-16 unit of the page's first block.</param>
/// <param name="Page">The page, from 1.</param>
public readonly record struct PageStart(int Start, int Page);
