using SummitBot.Core.Articles;

namespace SummitBot.Core.Corpus;

/// <summary>
/// The files that took too long for a first try, and the reading of one of them, which goes on while later runs read others.
/// </summary>
internal sealed class SlowFiles(IArticleReader reader)
{
    private readonly HashSet<ArticleFile> _files = [];
    private SlowReading? _current;

    /// <summary>Forgets files that are not there any more, or are others now.</summary>
    public void Forget(IReadOnlyList<ArticleFile> present)
    {
        if (_files.Count > 0)
        {
            _files.IntersectWith(present);
        }
    }

    public void Add(ArticleFile file) => _files.Add(file);

    public bool Contains(ArticleFile file) => _files.Contains(file);

    /// <summary>True for the file whose reading goes on.</summary>
    public bool IsCurrent(ArticleFile file) => _current?.File == file;

    /// <summary>Reads the file, or waits for its reading that goes on. A reading of another file is given up.</summary>
    /// <returns>Null when the interruption came first: the reading goes on.</returns>
    public async Task<IReadOnlyList<ArticleReadResult>?> ReadAsync(
        ArticleFile file,
        Task interruption,
        CancellationToken cancellationToken
    )
    {
        if (_current?.File != file)
        {
            await StopAsync();
            _current = Start(file);
        }

        try
        {
            Task<IReadOnlyList<ArticleReadResult>> reading = _current!.Results;
            if (await Task.WhenAny(reading, interruption).WaitAsync(cancellationToken) != reading)
            {
                return null;
            }

            _files.Remove(file);
            _current = null;
            return await reading;
        }
        catch (OperationCanceledException)
        {
            await StopAsync();
            throw;
        }
    }

    private SlowReading Start(ArticleFile file)
    {
        var stop = new CancellationTokenSource();
        return new SlowReading(file, Task.Run(() => reader.ReadAsync(file, stop.Token), CancellationToken.None), stop);
    }

    private async Task StopAsync()
    {
        if (_current is { } current)
        {
            _current = null;
            await current.Stop.CancelAsync();
        }
    }

    private sealed record SlowReading(
        ArticleFile File,
        Task<IReadOnlyList<ArticleReadResult>> Results,
        CancellationTokenSource Stop
    );
}
