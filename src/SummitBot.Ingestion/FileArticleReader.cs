using Microsoft.Extensions.Options;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.Formats;
using SummitBot.Language;

namespace SummitBot.Ingestion;

/// <summary>Reads plain text, Markdown and HTML files. Thread-safe.</summary>
internal sealed class FileArticleReader(ILanguageDetector languages, IOptions<CorpusOptions> options) : IArticleReader
{
    public ArticleFileListing Find(IReadOnlyCollection<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new ArticleFileFinder(options.Value.FollowLinksOutside).Find(paths);
    }

    public async Task<ArticleReadResult> ReadAsync(ArticleFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            byte[] bytes = await FileContent.ReadAsync(file.Path, options.Value.MaxFileBytes, cancellationToken);
            return Read(file, bytes, cancellationToken);
        }
        catch (ArticleReadException e)
        {
            return ArticleReadResult.Failed(file.Path, e.Error, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The parsers give up on hostile markup (nesting without end, for one) each with an exception of its own.
            string reason = "The markup cannot be parsed: repair the file, or save it as plain text (.txt).";
            return ArticleReadResult.Failed(file.Path, ArticleReadError.Malformed, reason);
        }
    }

    private ArticleReadResult Read(ArticleFile file, byte[] bytes, CancellationToken cancellationToken)
    {
        ArticleFormat format = ArticleFormats.Of(file.Path) ?? ArticleFormat.PlainText;
        BinaryContent.Refuse(bytes);
        string text = CleanText.Of(TextDecoder.Decode(bytes, format));
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArticleReadException(
                ArticleReadError.Empty,
                "The file holds only white space: fill it, or take it out of the corpus."
            );
        }

        cancellationToken.ThrowIfCancellationRequested();
        ParsedArticle parsed = format switch
        {
            ArticleFormat.Markdown => MarkdownParser.Parse(text, cancellationToken),
            ArticleFormat.Html => HtmlPageParser.Parse(text, cancellationToken),
            _ => PlainTextParser.Parse(text),
        };
        cancellationToken.ThrowIfCancellationRequested();
        return ArticleComposer.Compose(file, parsed, languages);
    }
}
