using Microsoft.Extensions.Options;
using SummitBot.Core.Access;
using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;
using SummitBot.Core.Retrieval;

namespace SummitBot.Web.Articles.Receiving;

/// <summary>
/// The folder of the articles that programs sent, each a file by its id. A file is read before it is kept, so that nothing
/// comes in that cannot be read.
/// </summary>
internal sealed class ReceivedArticles(IArticleReader reader, IArticleCatalog catalog, IOptions<CorpusOptions> options)
    : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1, 1);

    private string Folder => Path.GetFullPath(options.Value.ReceivedPath);

    /// <summary>The id that the article gives itself, else its name, unless another article has it.</summary>
    public ArticleId Name(ReceivedFile file)
    {
        string name = file.Name ?? file.Hash;
        if (file.HasOwnId)
        {
            return new ArticleId(name);
        }

        bool isFree = !Files(name).Any() && catalog.Find(new ArticleId(name), AccessScope.Everything) is null;
        bool isSame = Files(name).Any(path => HasContent(path, file.Content));
        return new ArticleId(isFree || isSame ? name : $"{name}-{file.Hash}");
    }

    /// <summary>True when an article of the corpus that was not sent has the id.</summary>
    public bool IsForeign(ArticleId id) =>
        catalog.Find(id, AccessScope.Everything) is { } article && !IsReceived(article);

    /// <summary>True when the index holds an article of this id that was sent.</summary>
    public bool IsSearchable(ArticleId id) =>
        catalog.Find(id, AccessScope.Everything) is { } article && IsReceived(article);

    /// <summary>Reads the file and keeps it in place of the former one.</summary>
    public async Task<ReceivedResult> KeepAsync(ArticleId id, ReceivedFile file, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            string path = Path.Combine(Folder, id.Value + file.Extension);
            string[] previous = [.. Files(id.Value)];
            if (previous.Length == 1 && previous[0] == path && HasContent(path, file.Content))
            {
                return new ReceivedResult { Change = ReceivedChange.None };
            }

            ReceivedResult read = await TryReadAsync(id, file, cancellationToken);
            if (read.Failure is not null)
            {
                return read;
            }

            Directory.CreateDirectory(Folder);
            string draft = Path.Combine(Folder, $".{Guid.NewGuid():N}");
            await File.WriteAllBytesAsync(draft, file.Content, cancellationToken);
            File.Move(draft, path, overwrite: true);
            foreach (string other in previous.Where(f => f != path))
            {
                File.Delete(other);
            }

            return read with
            {
                Change = previous.Length == 0 ? ReceivedChange.Added : ReceivedChange.Replaced,
            };
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>False when no program sent an article of this id.</summary>
    public async Task<bool> DeleteAsync(ArticleId id, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            string[] files = [.. Files(id.Value)];
            foreach (string file in files)
            {
                File.Delete(file);
            }

            return files.Length > 0;
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    /// <summary>Reads it where nobody else looks.</summary>
    private async Task<ReceivedResult> TryReadAsync(
        ArticleId id,
        ReceivedFile file,
        CancellationToken cancellationToken
    )
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("summitbot-received-");
        try
        {
            string path = Path.Combine(folder.FullName, id.Value + file.Extension);
            await File.WriteAllBytesAsync(path, file.Content, cancellationToken);
            ArticleFileListing listing = reader.Find([folder.FullName]);
            if (listing.Files.Count == 0)
            {
                string reason = listing.Failures.Select(f => f.Reason).FirstOrDefault() ?? "It cannot be read.";
                return new ReceivedResult { Failure = reason };
            }

            IReadOnlyList<ArticleReadResult> results = await reader.ReadAsync(listing.Files[0], cancellationToken);
            Article[] articles = [.. results.Select(r => r.Article).OfType<Article>()];
            bool isAnother = articles.Any(a =>
                a.Id != id && !a.Id.Value.StartsWith(id.Value + "-", StringComparison.Ordinal)
            );
            return articles.Length == 0 ? new ReceivedResult { Failure = results[0].Failure!.Reason }
                : isAnother
                    ? new ReceivedResult
                    {
                        Failure =
                            $"It names another id than '{id}' itself: leave that out, or send it under its own id.",
                    }
                : new ReceivedResult
                {
                    Articles = [.. articles.Select(a => a.Id)],
                    Notices =
                    [
                        .. results.SelectMany(r => r.Notices),
                        .. results.Select(r => r.Failure?.Reason).OfType<string>(),
                    ],
                };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private bool IsReceived(Article article) =>
        article.Source.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private IEnumerable<string> Files(string id) =>
        Directory.Exists(Folder)
            ? Directory.EnumerateFiles(Folder, $"{id}.*").Where(path => Path.GetFileNameWithoutExtension(path) == id)
            : [];

    private static bool HasContent(string path, byte[] content) =>
        new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
}
