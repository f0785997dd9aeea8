using AngleSharp.Dom;
using SummitBot.Ingestion.Blocks;

namespace SummitBot.Ingestion.Pages;

/// <summary>
/// The article of a page: its text without the surroundings, and the author and date named on the page.
/// </summary>
internal sealed record PageContent
{
    /// <summary>An element is the article if it contains this share of the page's prose.</summary>
    private const double ShareOfArticle = 0.6;

    /// <summary>Without markup for the article, the search descends while one child contains this share.</summary>
    private const double NearlyAll = 0.97;

    private const int MinParagraphLength = 60;

    /// <summary>Number of lines at the top and at the end of an article that may contain a byline.</summary>
    private const int TopLines = 12;

    private const int EndLines = 2;

    private static readonly string[] Marks =
    [
        "article, [role=article], [itemtype$=Article], [itemtype$=BlogPosting]",
        "main, [role=main]",
        "[itemprop=articleBody], .entry-content, .post-content, .article-content, .article-body, .article__body, "
            + ".story-body, .post-body, .gh-content, .post__content, .td-post-content, .wp-block-post-content, "
            + ".node__content, .field--name-body",
    ];

    public required IReadOnlyList<Block> Blocks { get; init; }

    public string? Author { get; init; }

    public DateOnly? Published { get; init; }

    /// <summary>Reads a page; removes elements from it.</summary>
    public static PageContent Read(IElement body, CancellationToken cancellationToken)
    {
        var byline = PageByline.Find(body);
        PageFurniture.Remove(body, cancellationToken);
        (IElement root, bool isMarked) = FindRoot(body, new PageText(body, cancellationToken));
        IReadOnlyList<Block> blocks = HtmlBlocks.FromElement(root, cancellationToken);
        PageContent content = WithoutBylines([.. WithoutFurniture(blocks)]);
        blocks = isMarked ? content.Blocks : Core(content.Blocks);
        return content with
        {
            Author = content.Author ?? byline.Author,
            Published = byline.Published ?? content.Published,
            Blocks = WithoutTrailingHeadings(blocks),
        };
    }

    /// <summary>Blocks without the lines that belong to a page.</summary>
    public static IEnumerable<Block> WithoutFurniture(IReadOnlyList<Block> blocks)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            bool isFurniture = blocks[i].IsHeading
                ? FurniturePhrases.All.OpensSection(blocks[i].Text)
                : FurniturePhrases.All.IsFurniture(blocks[i].Text);
            if (!isFurniture)
            {
                yield return blocks[i];
            }
        }
    }

    private static IReadOnlyList<Block> WithoutTrailingHeadings(IReadOnlyList<Block> blocks)
    {
        int count = blocks.Count;
        while (count > 0 && blocks[count - 1].IsHeading)
        {
            count--;
        }

        return [.. blocks.Take(count)];
    }

    private static (IElement Root, bool IsMarked) FindRoot(IElement body, PageText text)
    {
        int all = text.Measure(body).Prose;
        if (all == 0)
        {
            return (body, true);
        }

        foreach (string marks in Marks)
        {
            IElement? best = body.QuerySelectorAll(marks).MaxBy(e => text.Measure(e).Prose);
            if (best is not null && text.Measure(best).Prose >= ShareOfArticle * all)
            {
                RemoveOtherArticles(best, text);
                return (best, true);
            }
        }

        IElement root = body;
        while (root.Children.FirstOrDefault(c => text.Measure(c).Prose >= NearlyAll * all) is { } next && !IsText(next))
        {
            root = next;
        }

        return (root, false);
    }

    private static bool IsText(IElement element) => element.LocalName is "p" or "ul" or "ol" or "blockquote";

    /// <summary>Articles nested in an article are comments or teasers, unless it consists of them.</summary>
    private static void RemoveOtherArticles(IElement root, PageText text)
    {
        List<IElement> inner = [.. root.QuerySelectorAll("article")];
        int outside =
            text.Measure(root).Prose
            - inner.Sum(e =>
                e.ParentElement?.Closest("article") is { } p && p != root && inner.Contains(p)
                    ? 0
                    : text.Measure(e).Prose
            );
        if (2 * outside >= text.Measure(root).Prose)
        {
            inner.ForEach(e => e.Remove());
        }
    }

    /// <summary>
    /// Removes the lines that name author and date, at the top and at the end; at the top, also the other short lines
    /// above the first paragraph, such as the author's office or the reading time.
    /// </summary>
    private static PageContent WithoutBylines(List<Block> blocks)
    {
        int paragraph = blocks.FindIndex(b => b.Text.Length >= MinParagraphLength && EndsSentence(b));
        PageByline[] bylines =
        [
            .. blocks.Select((b, i) => IsAtEdge(i) && !b.IsHeading ? PageByline.Read(b.Text) : default),
        ];
        bool isSigned = bylines.Take(Math.Max(paragraph, 0)).Any(b => !b.IsEmpty);
        DateOnly? near = blocks
            .Where((b, i) => isSigned && i < paragraph)
            .Select(b => PageByline.FindDate(b.Text))
            .FirstOrDefault(d => d is not null);
        return new PageContent
        {
            Blocks =
            [
                .. blocks.Where(
                    (b, i) => b.IsHeading || (bylines[i].IsEmpty && !(isSigned && i < paragraph && !EndsSentence(b)))
                ),
            ],
            Author = bylines.Select(b => b.Author).FirstOrDefault(a => a is not null),
            Published = bylines.Select(b => b.Published).FirstOrDefault(d => d is not null) ?? near,
        };

        bool IsAtEdge(int i) =>
            (i < paragraph && i < TopLines) || (paragraph < 0 && i < TopLines) || i >= blocks.Count - EndLines;
    }

    /// <summary>
    /// On a page without markup for the article: from the first paragraph, with its headings, to the last one. Short
    /// lines before and after belong to the page.
    /// </summary>
    private static IReadOnlyList<Block> Core(IReadOnlyList<Block> blocks)
    {
        int first = Find(0, 1);
        if (first < 0)
        {
            return blocks;
        }

        int last = Find(blocks.Count - 1, -1);
        while (first > 0 && blocks[first - 1].IsHeading)
        {
            first--;
        }

        while (last + 1 < blocks.Count && EndsSentence(blocks[last + 1]))
        {
            last++;
        }

        return [.. blocks.Skip(first).Take(last - first + 1)];

        int Find(int from, int step)
        {
            for (int i = from; i >= 0 && i < blocks.Count; i += step)
            {
                if (blocks[i].Text.Length >= MinParagraphLength && EndsSentence(blocks[i]))
                {
                    return i;
                }
            }

            return -1;
        }
    }

    private static bool EndsSentence(Block block) => !block.IsHeading && LineEndings.EndsSentence(block.Text);
}
