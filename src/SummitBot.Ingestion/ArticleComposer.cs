using SummitBot.Core.Articles;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.Formats;
using SummitBot.Ingestion.FrontMatter;
using SummitBot.Language;
using SummitBot.Language.Sentences;

namespace SummitBot.Ingestion;

/// <summary>Puts the blocks and the metadata of a parsed file together to an article.</summary>
internal static class ArticleComposer
{
    /// <exception cref="ArticleReadException">No text is left, or no id can be made.</exception>
    public static ArticleReadResult Compose(ArticleFile file, ParsedArticle parsed, ILanguageDetector languages)
    {
        string title = parsed.Metadata.Title ?? parsed.Title ?? FileTitle.Of(file.RelativePath);
        IReadOnlyList<Block> blocks = WithoutTitle(parsed.Blocks, title);
        var limits = new MetadataLimits();
        if (!blocks.Any(b => !b.IsHeading))
        {
            throw new ArticleReadException(
                ArticleReadError.Empty,
                "No text is left once markup and headings are gone: fill the file, or take it out of the corpus."
            );
        }

        (string text, IReadOnlyList<TextRange> headings) = Join(blocks);
        var article = new Article
        {
            Id = parsed.Metadata.Id ?? IdOf(file),
            Title = limits.Title(title),
            Text = text,
            Headings = headings,
            Published = parsed.Metadata.Published,
            Url = limits.Url(parsed.Metadata.Url),
            Publisher = limits.Publisher(parsed.Metadata.Publisher),
            Language = parsed.Metadata.Language ?? languages.Detect(text),
            Source = file.Path,
        };
        return ArticleReadResult.Of(article, limits.Notices);
    }

    /// <summary>The heading that only says the title again is left out; the title is shown and searched by itself.</summary>
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

    private static (string Text, IReadOnlyList<TextRange> Headings) Join(IReadOnlyList<Block> blocks)
    {
        var headings = new List<TextRange>();
        int start = 0;
        foreach (Block block in blocks)
        {
            if (block is { IsHeading: true, Text.Length: <= MetadataLimits.MaxHeadingLength })
            {
                headings.Add(new TextRange(start, start + block.Text.Length));
            }

            start += block.Text.Length + 1;
        }

        string[] lines = [.. blocks.Select(b => b.Text)];
        return (string.Join('\n', lines), headings);
    }

    private static ArticleId IdOf(ArticleFile file)
    {
        if (!file.RelativePath.Any(char.IsLetterOrDigit))
        {
            throw NoId();
        }

        try
        {
            return ArticleId.FromRelativePath(file.RelativePath);
        }
        catch (ArgumentException)
        {
            throw NoId();
        }
    }

    private static ArticleReadException NoId() =>
        new(
            ArticleReadError.Malformed,
            "The file name holds no letter and no digit to make an article id of: rename the file, or give it an 'id' in front matter."
        );
}
