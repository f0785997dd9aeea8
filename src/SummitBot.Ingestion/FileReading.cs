using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Archives;
using SummitBot.Ingestion.Blocks;
using SummitBot.Ingestion.Documents;
using SummitBot.Ingestion.Documents.Pdf;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.Formats;
using SummitBot.Ingestion.Pages;
using SummitBot.Ingestion.Records;
using SummitBot.Language;

namespace SummitBot.Ingestion;

/// <summary>
/// Reads one file of the corpus with all its contents. Whatever cannot be read becomes a failed result.
/// </summary>
internal sealed class FileReading(
    ILanguageDetector languages,
    CorpusOptions options,
    FolderFurniture folders,
    long fileBytes,
    CancellationToken cancellationToken
) : IFileContents
{
    private readonly List<ArticleReadResult> _results = [];
    private readonly Dictionary<ArticleId, string> _texts = [];
    private readonly ReadingLimits _limits = new(fileBytes, options.MaxFileBytes, cancellationToken);
    private readonly SkippedNames _skipped = new(options.Skip);

    public CorpusOptions Options => options;

    public ReadingLimits Limits => _limits;

    public IReadOnlyList<ArticleReadResult> Read(ArticleFile file, byte[] bytes)
    {
        ArticleOrigin origin = ArticleOrigin.From(file);
        ArticleFormat format = ArticleFormats.FromPath(origin.Name) ?? ArticleFormat.PlainText;
        Guard(origin, () => ReadFile(origin, format, bytes, depth: 0));
        if (_results.Count == 0)
        {
            Fail(
                origin,
                ArticleReadError.Empty,
                "There is no article in it: fill the file, or take it out of the corpus."
            );
        }

        return _results;
    }

    public void AddFile(ArticleOrigin origin, Func<byte[]> read, int depth)
    {
        if (_skipped.Contains(origin.Name))
        {
            return;
        }

        if (ArticleFormats.FromPath(origin.Name) is not { } format)
        {
            Fail(origin, ArticleReadError.UnknownFormat, ArticleFormats.ReasonAgainst(origin.Name));
        }
        else if (depth > ReadingLimits.MaxDepth)
        {
            Fail(
                origin,
                ArticleReadError.TooComplex,
                $"It is packed more than {ReadingLimits.MaxDepth} times: unpack the files around it."
            );
        }
        else
        {
            Guard(origin, () => ReadFile(origin, format, read(), depth));
        }
    }

    public void Add(ArticleOrigin origin, Func<ParsedArticle> parse) =>
        Guard(
            origin,
            () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                // Where the limit was reached, nothing more is parsed.
                _limits.AddText(0);
                ParsedArticle parsed = parse();
                long characters = parsed.Blocks.Sum(b => (long)b.Text.Length);
                _limits.AddText(characters);
                LargeText.FreeMemory(characters);
                ArticleReadResult result = ArticleComposer.Compose(origin, parsed, languages);
                cancellationToken.ThrowIfCancellationRequested();
                // A mailbox may have the same message twice, and a feed the same post.
                bool isRepeated =
                    result.Article is { } article
                    && !_texts.TryAdd(article.Id, article.Text)
                    && _texts[article.Id] == article.Text;
                if (!isRepeated)
                {
                    _results.Add(result);
                }
            }
        );

    public void Fail(ArticleOrigin origin, ArticleReadError error, string reason) =>
        _results.Add(ArticleReadResult.Failed(origin.Source, error, reason));

    private void Guard(ArticleOrigin origin, Action read)
    {
        try
        {
            read();
        }
        catch (ArticleReadException e)
        {
            Fail(origin, e.Error, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // For hostile files (with endless nesting, for example), each parser throws its own exception type.
            Fail(origin, ArticleReadError.Malformed, GetReason(ArticleFormats.FromPath(origin.Name)));
        }
    }

    private static string GetReason(ArticleFormat? format) =>
        format is null || ArticleFormats.IsText(format.Value)
            ? "The markup cannot be parsed: repair the file, or save it as plain text (.txt)."
            : "The file is damaged or incomplete: open it in its program and save it again, or save it as plain text (.txt).";

    private void ReadFile(ArticleOrigin origin, ArticleFormat format, byte[] bytes, int depth)
    {
        if (depth > 0)
        {
            // Unpacking left copies behind.
            LargeText.FreeMemory(bytes.Length);
        }

        if (!ArticleFormats.IsPacked(format))
        {
            _limits.RefuseText(bytes.Length);
        }

        switch (format)
        {
            case ArticleFormat.Zip:
                ZipEntries.Read(this, origin, bytes, depth);
                break;
            case ArticleFormat.Gzip:
                ArticleOrigin inner = origin.Decompressed();
                AddFile(inner, () => GzipContent.Decompress(bytes, _limits), depth + 1);
                break;
            case ArticleFormat.Mail:
                MailReader.ReadMessage(this, origin, bytes, depth);
                break;
            case ArticleFormat.Mailbox:
                MailReader.ReadMailbox(this, origin, bytes, depth);
                break;
            case ArticleFormat.Xml:
                XmlRecords.Read(this, origin, bytes);
                break;
            case ArticleFormat.Json or ArticleFormat.JsonLines:
                JsonRecords.Read(this, origin, DecodeText(bytes, format), format);
                break;
            default:
                Add(origin, () => Parse(origin, format, bytes));
                break;
        }
    }

    private ParsedArticle Parse(ArticleOrigin origin, ArticleFormat format, byte[] bytes) =>
        format switch
        {
            ArticleFormat.Pdf => PdfReader.Read(bytes, _limits),
            ArticleFormat.Word => WordReader.Read(bytes, _limits),
            ArticleFormat.Presentation => PresentationReader.Read(bytes, _limits),
            ArticleFormat.Spreadsheet => SpreadsheetReader.Read(bytes, _limits),
            ArticleFormat.OpenDocument => OpenDocumentReader.Read(bytes, _limits),
            ArticleFormat.Epub => EpubReader.Read(bytes, _limits),
            ArticleFormat.RichText => RichTextReader.Read(bytes, cancellationToken),
            _ => ParseText(origin, format, DecodeText(bytes, format)),
        };

    private ParsedArticle ParseText(ArticleOrigin origin, ArticleFormat format, string text) =>
        format switch
        {
            ArticleFormat.Markdown => MarkdownParser.Parse(text, cancellationToken),
            ArticleFormat.Html => ParsePage(origin, text),
            ArticleFormat.ReStructuredText => ReStructuredTextParser.Parse(text, cancellationToken),
            ArticleFormat.AsciiDoc => AsciiDocParser.Parse(text, cancellationToken),
            ArticleFormat.DelimitedText => DelimitedTextParser.Parse(text, origin.Name, cancellationToken),
            _ => PlainTextParser.Parse(text),
        };

    private ParsedArticle ParsePage(ArticleOrigin origin, string text)
    {
        ParsedArticle page = HtmlPageParser.Parse(text, cancellationToken);
        return page with { Blocks = folders.Without(origin.Source, page.Blocks) };
    }

    private static string DecodeText(byte[] bytes, ArticleFormat format)
    {
        BinaryContent.Refuse(bytes);
        string text = CleanText.From(TextDecoder.Decode(bytes, format));
        return string.IsNullOrWhiteSpace(text)
            ? throw new ArticleReadException(
                ArticleReadError.Empty,
                "The file holds only white space: fill it, or take it out of the corpus."
            )
            : text;
    }
}
