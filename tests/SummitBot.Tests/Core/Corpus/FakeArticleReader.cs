using System.Collections.Concurrent;
using SummitBot.Core.Articles;

namespace SummitBot.Tests.Core.Corpus;

/// <summary>A corpus in memory: files by path; a file with the text null cannot be read.</summary>
internal sealed class FakeArticleReader : IArticleReader
{
    public const string Root = "/corpus";
    private readonly SortedDictionary<string, (string? Text, string Id, int Changes, DateOnly? Published)> _files = new(
        StringComparer.Ordinal
    );

    public List<ArticleReadFailure> ListingFailures { get; } = [];

    /// <summary>Paths that were read, in no order.</summary>
    public ConcurrentBag<string> Reads { get; } = [];

    /// <summary>The reader's notices about a file, by its name.</summary>
    public Dictionary<string, string[]> Notices { get; } = new(StringComparer.Ordinal);

    /// <summary>Bytes of files whose length is not that of their text, by name.</summary>
    public Dictionary<string, long> Lengths { get; } = new(StringComparer.Ordinal);

    /// <summary>Titles by id, of articles whose title is not their id.</summary>
    public Dictionary<string, string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>A task that reading a file of this name waits for.</summary>
    public Func<string, CancellationToken, Task> WaitAsync { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Called before each read.</summary>
    public Action OnRead { get; set; } = () => { };

    /// <summary>Writes a file with a later time.</summary>
    public void Set(string name, string? text, string? id = null, DateOnly? published = null) =>
        _files[$"{Root}/{name}"] = (text, id ?? Path.GetFileNameWithoutExtension(name), Time(name) + 1, published);

    /// <summary>Changes the file's time without changing its text.</summary>
    public void Touch(string name) => Set(name, _files[$"{Root}/{name}"].Text, _files[$"{Root}/{name}"].Id);

    public void Delete(string name) => _files.Remove($"{Root}/{name}");

    public ArticleFileListing Find(IReadOnlyCollection<string> paths) =>
        new(
            [
                .. _files.Select(f => new ArticleFile(
                    f.Key,
                    Path.GetFileName(f.Key),
                    Lengths.GetValueOrDefault(Path.GetFileName(f.Key), f.Value.Text?.Length ?? 0),
                    DateTime.UnixEpoch.AddSeconds(f.Value.Changes)
                )),
            ],
            [.. ListingFailures]
        );

    public async Task<IReadOnlyList<ArticleReadResult>> ReadAsync(ArticleFile file, CancellationToken cancellationToken)
    {
        OnRead();
        cancellationToken.ThrowIfCancellationRequested();
        await WaitAsync(Path.GetFileName(file.Path), cancellationToken);
        Reads.Add(Path.GetFileName(file.Path));
        (string? text, string id, _, DateOnly? published) = _files[file.Path];
        if (text is null)
        {
            return [ArticleReadResult.Failed(file.Path, ArticleReadError.Binary, "It is no text.")];
        }

        return
        [
            ArticleReadResult.From(
                new Article
                {
                    Id = new ArticleId(id),
                    Title = Titles.GetValueOrDefault(id, id),
                    Text = text,
                    Published = published,
                    Language = "en",
                    Source = file.Path,
                },
                Notices.GetValueOrDefault(Path.GetFileName(file.Path))
            ),
        ];
    }

    private int Time(string name) => _files.TryGetValue($"{Root}/{name}", out var file) ? file.Changes : 0;
}
