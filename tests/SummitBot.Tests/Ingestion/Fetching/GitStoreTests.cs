using System.Diagnostics;
using SummitBot.Core.Corpus;

namespace SummitBot.Tests.Ingestion.Fetching;

/// <summary>The git program against a repository on this machine.</summary>
public sealed class GitStoreTests : ObjectStoreTests
{
    private readonly DirectoryInfo _repository = Directory.CreateTempSubdirectory("summitbot-repository-");

    private protected override string PlacePath => new Uri(_repository.FullName).AbsolutePath;

    public override async ValueTask InitializeAsync()
    {
        await GitAsync("init", "--quiet", "--initial-branch=main");
        await GitAsync("config", "uploadpack.allowFilter", "true");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (FileInfo file in _repository.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _repository.Delete(recursive: true);
    }

    [Fact]
    public async Task OnlyTheLastCommitOfTheBranch_ComesIn()
    {
        await SetAsync(("a.md", "# A\nRed."));
        await GitAsync("tag", "v1");
        await GitAsync("checkout", "--quiet", "-b", "next");
        await SetAsync(("a.md", "# A\nGreen."));
        await GitAsync("checkout", "--quiet", "main");
        SourceOptions next = CreateOptions();
        next.Branch = "next";
        SourceOptions tag = CreateOptions();
        tag.Branch = "v1";
        SourceOptions none = CreateOptions();
        none.Branch = "missing";

        await Folder.FetchAsync(next);
        string onNext = Assert.Single(Folder.Files());
        FetchReport changed = await Folder.FetchAsync(tag);
        string onTag = Assert.Single(Folder.Files());
        FetchReport missing = await Folder.FetchAsync(none);

        Assert.Equal("# A\nGreen.", onNext);
        Assert.Equal(["Changed a.md"], Told(changed));
        Assert.Equal("# A\nRed.", onTag);
        Assert.Contains(
            "no branch and no tag 'missing': correct Branch",
            missing.Items[0].Reason,
            StringComparison.Ordinal
        );
        Assert.Single(Folder.Files());
    }

    [Fact]
    public async Task LinksOtherRepositoriesAndLargeFileStorage_AreNotFollowed()
    {
        await SetAsync(
            ("a.md", "# A\nRed."),
            ("large.md", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n")
        );
        File.CreateSymbolicLink(Path.Combine(_repository.FullName, "link.md"), "/etc/hostname");
        await GitAsync("add", "--all");
        await GitAsync("update-index", "--add", "--cacheinfo", $"160000,{new string('1', 40)},other.md");
        await GitAsync("commit", "--quiet", "--message=more");

        FetchReport report = await FetchAsync();

        Assert.Equal(["LeftOut link.md", "LeftOut other.md", "New a.md", "LeftOut large.md"], Told(report));
        Assert.Equal(["# A\nRed."], Folder.Files());
    }

    [Fact]
    public async Task AFileThatWasTooLarge_ComesInOnceTheLimitIsRaised_AndIsNotStoredBefore()
    {
        await SetAsync(("a.md", "# A\nRed."), ("b.md", new string('b', FetchedFolder.MaxFileBytes + 1)));
        FetchReport before = await FetchAsync();
        await SetAsync(("c.md", "# C\nDark."));
        FetchReport next = await FetchAsync();
        Folder.Corpus.MaxFileBytes *= 2;
        FetchReport after = await FetchAsync();

        Assert.Equal(["LeftOut b.md", "New a.md"], Told(before));
        Assert.Equal(["Unchanged a.md", "LeftOut b.md", "New c.md"], Told(next));
        Assert.Equal(["Unchanged a.md", "Unchanged c.md", "New b.md"], Told(after));
    }

    [Fact]
    public async Task ARepositoryThatCannotBeReached_IsAFailure_AndNothingIsLost()
    {
        await SetAsync(("a.md", "# A\nRed."));
        await FetchAsync();
        SourceOptions options = CreateOptions();
        options.Url += "/nowhere";
        SourceOptions behind = CreateOptions();
        behind.Url = "http://127.0.0.1:9/handbook.git";

        FetchReport missing = await Folder.FetchAsync(options);
        FetchReport refused = await Folder.FetchAsync(behind);

        Assert.Contains("git could not do it. fatal:", Assert.Single(missing.Items).Reason, StringComparison.Ordinal);
        Assert.Contains("Correct Url", missing.Items[0].Reason, StringComparison.Ordinal);
        Assert.Contains("AllowPrivateAddresses", Assert.Single(refused.Items).Reason, StringComparison.Ordinal);
        Assert.Single(Folder.Files());
    }

    [Fact]
    public async Task ASecret_GoesToTheServer_AndIntoNoFile()
    {
        await using LocalSite site = await LocalSite.StartAsync();
        string? sent = null;
        site.Otherwise = context =>
        {
            sent = context.Request.Headers.Authorization;
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        };
        SourceOptions options = CreateOptions();
        options.Url = $"{site.Url}/handbook.git";
        options.AccessKey = "reader";
        options.Secret = "not-a-real-secret";
        options.AllowPrivateAddresses = true;

        FetchReport report = await Folder.FetchAsync(options);

        Assert.Equal($"Basic {Convert.ToBase64String("reader:not-a-real-secret"u8)}", sent);
        Assert.Contains("403", Assert.Single(report.Items).Reason, StringComparison.Ordinal);
        Assert.Contains("Correct AccessKey and Secret", report.Items[0].Reason, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(Folder.Path, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain("not-a-real-secret", File.ReadAllText(file), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task WhatABrokenFetchLeft_DoesNotBreakTheNext()
    {
        await SetAsync(("a.md", "# A\nRed."));
        await FetchAsync();
        await SetAsync(("a.md", "# A\nGreen."));
        string repository = Assert.Single(
            Directory.GetDirectories(Path.Combine(Folder.Path, FetchedFolder.Source, ".git"))
        );
        await File.WriteAllTextAsync(
            Path.Combine(repository, "shallow.lock"),
            "",
            TestContext.Current.CancellationToken
        );

        FetchReport broken = await FetchAsync();
        FetchReport next = await FetchAsync();

        Assert.Equal(1, broken.Count(FetchOutcome.Failed));
        Assert.Equal(["Changed a.md"], Told(next));
    }

    private protected override SourceOptions CreateOptions() =>
        new() { Type = SourceType.Git, Url = new Uri(_repository.FullName).AbsoluteUri };

    private protected override async Task SetAsync(params (string Key, string? Content)[] files)
    {
        foreach ((string key, string? content) in files)
        {
            string path = Path.Combine(_repository.FullName, key);
            if (content is null)
            {
                File.Delete(path);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        }

        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--message=files");
    }

    private protected override int? CountReads() => null;

    private async Task GitAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = _repository.FullName,
            UseShellExecute = false,
            RedirectStandardError = true,
            Environment =
            {
                ["GIT_AUTHOR_NAME"] = "Editor",
                ["GIT_AUTHOR_EMAIL"] = "editor@example.org",
                ["GIT_COMMITTER_NAME"] = "Editor",
                ["GIT_COMMITTER_EMAIL"] = "editor@example.org",
            },
        };
        using Process git = Process.Start(start)!;
        string errors = await git.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(git.ExitCode == 0, errors);
    }
}
