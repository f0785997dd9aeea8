using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SummitBot.Core.Corpus;

namespace SummitBot.Ingestion.Fetching;

/// <summary>
/// The files of the last commit of a branch. Only that commit is fetched, without files that are too large, and nothing is
/// checked out: files are read from git's own storage, so that no link, filter or hook acts.
/// </summary>
internal sealed class GitStore : IObjectStore
{
    /// <summary>Ours in the bare repository; no branch of theirs has such a name.</summary>
    private const string Reference = "refs/summitbot/source";

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly SourceOptions _options;
    private readonly string _parent;
    private readonly string _folder;
    private readonly long _maxFileBytes;
    private readonly TimeProvider _time;
    private readonly GitProgram _git;
    private Process? _reader;

    /// <param name="folder">Where the bare repository is kept.</param>
    public GitStore(SourceOptions options, string folder, long maxFileBytes, TimeProvider time)
    {
        _options = options;
        // Files that were too large under another limit are not here, and git would not fetch them for a commit that it has.
        _parent = folder;
        _folder = Path.Combine(folder, maxFileBytes.ToString(CultureInfo.InvariantCulture));
        _maxFileBytes = maxFileBytes;
        _time = time;
        Address = new Uri(options.Url);
        string? header =
            options.Secret.Length > 0 && Address.Scheme is "http" or "https"
                ? $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{(options.AccessKey.Length > 0 ? options.AccessKey : "token")}:{options.Secret}"))}"
                : null;
        _git = new GitProgram(_folder, Address.Scheme, header);
    }

    public Uri Address { get; }

    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(10);

    public int MaxParallelReads => 1;

    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await UpdateAsync(cancellationToken);
        await foreach (
            string record in _git.ReadRecordsAsync(
                ["ls-tree", "-r", "-z", "--long", "--full-tree", Reference],
                cancellationToken
            )
        )
        {
            StoredObject stored = Parse(record);
            if (stored.Key.StartsWith(_options.Prefix, StringComparison.Ordinal))
            {
                yield return stored;
            }
        }
    }

    public async Task<OpenedObject> OpenAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        _reader ??= _git.Start(["cat-file", "--batch"]);
        await _reader.StandardInput.WriteLineAsync(stored.ETag.AsMemory(), cancellationToken);
        await _reader.StandardInput.FlushAsync(cancellationToken);
        Stream output = _reader.StandardOutput.BaseStream;
        string[] answer = (await ReadLineAsync(output, cancellationToken)).Split(' ');
        if (
            answer.Length != 3
            || !int.TryParse(answer[2], NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            || length > _maxFileBytes
        )
        {
            throw new StoreException(StoreError.Failed, "git does not have the content of the file.");
        }

        byte[] content = new byte[length + 1];
        await output.ReadExactlyAsync(content, cancellationToken);
        return IsLargeFilePointer(content)
            ? throw new StoreException(StoreError.LeftOut, "Its content is kept with Git LFS, which is not fetched.")
            : new OpenedObject(new MemoryStream(content, 0, length), stored.ETag);
    }

    public StoreException? Explain(Exception exception) =>
        exception switch
        {
            _ when GuardedConnections.IsRefused(exception) => StoreException.From(0, Address, exception),
            _ when StoreException.IsBroken(exception) => StoreException.From(0, Address, exception),
            _ => null,
        };

    public ValueTask DisposeAsync()
    {
        if (_reader is not null)
        {
            GitProgram.Kill(_reader);
            _reader.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task UpdateAsync(CancellationToken cancellationToken)
    {
        if (Address.Host.Length > 0)
        {
            await ResolveAsync(cancellationToken);
        }

        if (!File.Exists(Path.Combine(_folder, "HEAD")))
        {
            if (Directory.Exists(_parent))
            {
                Directory.Delete(_parent, recursive: true);
            }

            Directory.CreateDirectory(_folder);
            await _git.RunAsync(["init", "--quiet", "--bare", "."], cancellationToken);
        }

        (string commit, string name) = await FindCommitAsync(cancellationToken);
        string? known = await _git.RunAsync(
            ["rev-parse", "--quiet", "--verify", Reference],
            cancellationToken,
            expectedExit: 1
        );
        if (known?.Trim() == commit)
        {
            return;
        }

        try
        {
            await FetchAsync(name, cancellationToken);
        }
        catch
        {
            // What a broken fetch leaves, such as locks, would break the next.
            Directory.Delete(_folder, recursive: true);
            throw;
        }
    }

    private async Task ResolveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await GuardedConnections.ResolveAsync(
                Address.DnsSafeHost,
                _options.AllowPrivateAddresses,
                cancellationToken
            );
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            throw Explain(e)!;
        }
    }

    /// <summary>The commit that the branch, the tag or the repository's main branch stands at, and its full name.</summary>
    private async Task<(string Commit, string Name)> FindCommitAsync(CancellationToken cancellationToken)
    {
        string[] names =
            _options.Branch.Length > 0 ? [$"refs/heads/{_options.Branch}", $"refs/tags/{_options.Branch}"] : ["HEAD"];
        string listing = (await _git.RunAsync(["ls-remote", "--", _options.Url, .. names], cancellationToken))!;
        string[][] found = [.. listing.Split('\n').Select(line => line.Split('\t')).Where(cells => cells.Length == 2)];
        string[]? named = Array.Find(found, c => c[1] == names[0]) ?? Array.Find(found, c => c[1] == names[^1]);
        return named is not null
            ? (named[0], named[1])
            : throw new StoreException(
                StoreError.Failed,
                _options.Branch.Length > 0
                    ? $"The repository has no branch and no tag '{_options.Branch}': correct {nameof(SourceOptions.Branch)} of the source, or leave it out for the main branch."
                    : "The repository is empty: commit a file first."
            );
    }

    private async Task FetchAsync(string name, CancellationToken cancellationToken)
    {
        using var tooLarge = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLarge.Token);
        Task fetch = _git.RunAsync(
            [
                "fetch",
                "--quiet",
                "--depth=1",
                "--no-tags",
                "--no-write-fetch-head",
                string.Create(CultureInfo.InvariantCulture, $"--filter=blob:limit={_maxFileBytes + 1}"),
                "--",
                _options.Url,
                $"+{name}:{Reference}",
            ],
            either.Token
        );
        try
        {
            while (
                !either.IsCancellationRequested
                && await Task.WhenAny(fetch, Task.Delay(LookAgain, _time, either.Token)) != fetch
            )
            {
                if (MeasureFolder() > _options.MaxTotalBytes)
                {
                    await tooLarge.CancelAsync();
                }
            }

            await fetch;
        }
        catch (OperationCanceledException) when (tooLarge.IsCancellationRequested)
        {
            throw new StoreException(
                StoreError.Failed,
                $"The repository has more than {_options.MaxTotalBytes} bytes: raise {nameof(SourceOptions.MaxTotalBytes)} of the source to take it."
            );
        }

        // Without the note of where they are, git does not fetch the left-out files one by one when their size is asked.
        await _git.RunAsync(
            ["config", "--remove-section", $"remote.{_options.Url}"],
            cancellationToken,
            expectedExit: 128
        );
    }

    private long MeasureFolder() =>
        new DirectoryInfo(_folder)
            .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Sum(f => f.Exists ? f.Length : 0);

    /// <summary>A line of <c>git ls-tree --long</c>: mode, type, id and length, a tab, and the path.</summary>
    private static StoredObject Parse(string record)
    {
        int tab = record.IndexOf('\t', StringComparison.Ordinal);
        string[] facts = record[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string? obstacle = facts switch
        {
            ["120000", ..] => "It is a link, which is not followed.",
            [_, "commit", ..] => "It is another repository: make it a source of its own.",
            _ => null,
        };
        // "BAD" stands for a file that was not fetched because it is too large.
        long length = long.TryParse(facts[3], NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
            ? bytes
            : long.MaxValue;
        return new StoredObject(record[(tab + 1)..], length, facts[2], obstacle);
    }

    private static bool IsLargeFilePointer(byte[] content) =>
        content.AsSpan().StartsWith("version https://git-lfs.github.com/spec/"u8);

    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        return line.ToString();
    }
}
