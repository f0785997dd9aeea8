using Microsoft.Extensions.Options;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Ingestion.Files;
using SummitBot.Ingestion.Pages;
using SummitBot.Language;

namespace SummitBot.Ingestion;

/// <summary>Finds files and reads those in the formats of <see cref="ArticleFormat"/>. Thread-safe.</summary>
internal sealed class FileArticleReader(
    ILanguageDetector languages,
    IOptions<CorpusOptions> options,
    FolderFurniture folders
) : IArticleReader
{
    public ArticleFileListing Find(IReadOnlyCollection<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        folders.Forget();
        return new ArticleFileFinder(options.Value).Find(paths);
    }

    public async Task<IReadOnlyList<ArticleReadResult>> ReadAsync(ArticleFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            // Nothing of the files before, or of a reading of this one that was given up, stands beside it.
            LargeText.FreeMemory(file.Length);
            byte[] bytes = await FileContent.ReadAsync(file.Path, options.Value.MaxFileBytes, cancellationToken);
            return new FileReading(languages, options.Value, folders, bytes.Length, cancellationToken).Read(
                file,
                bytes
            );
        }
        catch (ArticleReadException e)
        {
            return [ArticleReadResult.Failed(file.Path, e.Error, e.Message)];
        }
    }
}
