using System.Text;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Ingestion;

/// <summary>Builds an article from the blocks and the metadata of a parsed file.</summary>
internal static class ArticleComposer
{
    /// <summary>Number of characters used to detect the language of an article.</summary>
    private const int SampleLength = 4_000;

    /// <exception cref="ArticleReadException">No text is left, no id can be created, or it has too many different
    /// words.</exception>
    public static ArticleReadResult Compose(ArticleOrigin origin, ParsedArticle parsed, ILanguageDetector languages)
    {
        if (parsed.Metadata.IsDraft)
        {
            return ArticleReadResult.Failed(
                origin.Source,
                ArticleReadError.Draft,
                "It is marked as a draft: remove the mark to publish it."
            );
        }

        string title = parsed.Metadata.Title ?? parsed.Title ?? CreateTitle(origin);
        IReadOnlyList<Block> blocks = WithoutTitle(parsed.Blocks, title);
        var limits = new MetadataLimits();
        if (!blocks.Any(b => !b.IsHeading))
        {
            throw new ArticleReadException(
                ArticleReadError.Empty,
                "No text is left once markup and headings are gone: fill the file, or take it out of the corpus."
            );
        }

        ArticleDefaults defaults = origin.Defaults;
        string? author = limits.Author(parsed.Metadata.Author ?? defaults.Author);
        string language = parsed.Metadata.Language ?? defaults.Language ?? languages.Detect(GetBeginning(blocks));
        blocks = author is null ? blocks : [new Block(Byline.Write(author, language), IsHeading: false), .. blocks];
        (string text, IReadOnlyList<TextRange> headings, IReadOnlyList<PageStart> pages) = Join(blocks);
        VocabularyLimit.Check(text);
        var article = new Article
        {
            Id = parsed.Metadata.Id ?? CreateId(origin, parsed.Metadata.Slug),
            Title = limits.Title(title),
            Text = text,
            Headings = headings,
            Pages = pages.Count == 0 ? [] : pages,
            Published = parsed.Metadata.Published ?? FileDate.Find(origin.Name),
            Url = limits.Url(defaults.Url is null ? parsed.Metadata.Url : new Uri(defaults.Url)),
            Publisher = limits.Publisher(parsed.Metadata.Publisher ?? defaults.Publisher),
            Author = author,
            Description = MetadataLimits.CutDescription(parsed.Metadata.Description),
            Tags =
                defaults.Tags.Count == 0
                    ? parsed.Metadata.Tags
                    : TagList.Clean([.. parsed.Metadata.Tags, .. defaults.Tags]),
            Groups = parsed.Metadata.Groups ?? defaults.Groups ?? GroupNames.None,
            Language = language,
            Source = origin.Source,
        };
        return ArticleReadResult.From(article, [.. limits.Notices, .. parsed.Notices]);
    }

    /// <summary>The file of a fetched page is named after its address, with a hash.</summary>
    private static string CreateTitle(ArticleOrigin origin) =>
        origin is { Entry: null, Defaults.Url: { } url }
            ? FileTitle.FromAddress(new Uri(url))
            : FileTitle.FromPath(origin.Name);

    private static string GetBeginning(IReadOnlyList<Block> blocks)
    {
        var beginning = new StringBuilder();
        for (int i = 0; i < blocks.Count && beginning.Length < SampleLength; i++)
        {
            beginning.Append(blocks[i].Text.AsSpan(0, Math.Min(blocks[i].Text.Length, SampleLength))).Append('\n');
        }

        return beginning.ToString();
    }

    /// <summary>Removes a heading that only repeats the title, which is shown and searched separately.</summary>
    private static IReadOnlyList<Block> WithoutTitle(IReadOnlyList<Block> blocks, string title)
    {
        int first = 0;
        while (first < blocks.Count && !blocks[first].IsHeading)
        {
            first++;
        }

        bool repeatsTitle =
            first < blocks.Count && string.Equals(blocks[first].Text, title, StringComparison.OrdinalIgnoreCase);
        return repeatsTitle ? [.. blocks.Take(first), .. blocks.Skip(first + 1)] : blocks;
    }

    private static (string Text, IReadOnlyList<TextRange> Headings, IReadOnlyList<PageStart> Pages) Join(
        IReadOnlyList<Block> blocks
    )
    {
        var headings = new List<TextRange>();
        var pages = new List<PageStart>();
        int start = 0;
        foreach (Block block in blocks)
        {
            if (block is { IsHeading: true, Text.Length: <= MetadataLimits.MaxHeadingLength })
            {
                headings.Add(new TextRange(start, start + block.Text.Length));
            }

            if (block.Page > 0 && (pages.Count == 0 || pages[^1].Page < block.Page))
            {
                pages.Add(new PageStart(start, block.Page));
            }

            start += block.Text.Length + 1;
        }

        string[] lines = [.. blocks.Select(b => b.Text)];
        return (string.Join('\n', lines), headings, pages);
    }

    /// <summary>The id from the path; a slug replaces the file's name.</summary>
    private static ArticleId CreateId(ArticleOrigin origin, string? slug)
    {
        bool hasSlug = slug?.Any(char.IsLetterOrDigit) == true;
        string folder = origin.IdPath[..(origin.IdPath.LastIndexOf('/') + 1)];
        string path = hasSlug ? $"{folder}{slug!.Trim('/')}.slug" : origin.IdPath;
        if (!path.Any(char.IsLetterOrDigit))
        {
            throw NoId();
        }

        try
        {
            return ArticleId.FromRelativePath(path);
        }
        catch (ArgumentException)
        {
            throw NoId();
        }
    }

    private static ArticleReadException NoId() =>
        new(
            ArticleReadError.Malformed,
            "The file name has no letter and no digit to make an article id from: rename the file, or give it an 'id' in front matter."
        );
}
