using SummitBot.Core.Articles;
using SummitBot.Core.Corpus;

namespace SummitBot.Tests.Ingestion.Fetching;

/// <summary>What holds for files of a bucket, a container and a repository alike.</summary>
public abstract class ObjectStoreTests : IAsyncLifetime
{
    private protected FetchedFolder Folder { get; } = new();

    /// <summary>A source at the place of the test.</summary>
    private protected abstract SourceOptions CreateOptions();

    /// <summary>Lays files into the place, or takes away those without content.</summary>
    private protected abstract Task SetAsync(params (string Key, string? Content)[] files);

    /// <summary>How often files were read from the place since it was asked last; null when nobody can know.</summary>
    private protected abstract int? CountReads();

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Files_ComeIn_AndThenOnlyWhatChanges()
    {
        await SetAsync(("a.md", "# Apples\nApples are red."), ("fruit/b.md", "# Bananas\nBananas are yellow."));

        FetchReport first = await FetchAsync();
        _ = CountReads();
        FetchReport second = await FetchAsync();
        int? readsWithoutChange = CountReads();
        await SetAsync(
            ("a.md", "# Apples\nApples are green."),
            ("fruit/b.md", null),
            ("fruit/c.md", "# Cherries\nDark.")
        );
        FetchReport third = await FetchAsync();

        Assert.Equal(["New a.md", "New fruit/b.md"], Told(first));
        Assert.Equal(["Unchanged a.md", "Unchanged fruit/b.md"], Told(second));
        Assert.False(second.HasChanged);
        Assert.True(readsWithoutChange is null or 0);
        Assert.Equal(["Changed a.md", "Gone fruit/b.md", "New fruit/c.md"], Told(third).Order());
        Assert.Equal(["# Apples\nApples are green.", "# Cherries\nDark."], Folder.Files());
    }

    [Fact]
    public async Task Articles_HaveTheDefaultsOfTheSource_AndTheirAddress()
    {
        await SetAsync(("press/spring tide.md", "# Tide\nThe tide was high at Grenmouth."));
        SourceOptions options = CreateOptions();
        options.Groups = ["staff"];
        options.Publisher = "The Harbour";
        options.ArticleUrl = "https://www.example.org/{path}";

        await Folder.FetchAsync(options);
        Article article = Assert.Single(await Folder.ReadArticlesAsync(options));

        Assert.Equal("press-press-spring-tide", article.Id.Value);
        Assert.Equal("https://www.example.org/press/spring%20tide.md", article.Url?.AbsoluteUri);
        Assert.Equal("The Harbour", article.Publisher);
        Assert.Equal(["staff"], article.Groups.Names);
    }

    [Fact]
    public async Task WhatIsNotRead_IsNamed_AndNotFetched()
    {
        await SetAsync(
            (".github/a.md", "# Hidden\nA file of the tools."),
            ("drafts/b.md", "# Draft\nSkipped by the settings."),
            ("c.png", "a picture"),
            ("d.md", new string('d', FetchedFolder.MaxFileBytes + 1)),
            ("e.md", "# Kept\nThis comes in.")
        );
        Folder.Corpus.Skip = ["drafts"];

        FetchReport report = await FetchAsync();

        Assert.Equal(["LeftOut c.png", "LeftOut d.md", "New e.md"], Told(report));
        Assert.Contains(".png are not read", report.Items[0].Reason, StringComparison.Ordinal);
        Assert.Contains("MaxFileBytes", report.Items[1].Reason, StringComparison.Ordinal);
        Assert.Equal(["# Kept\nThis comes in."], Folder.Files());
    }

    [Fact]
    public async Task AFileThatBecomesTooLarge_IsNotQuotedAnyMore()
    {
        await SetAsync(("a.md", "# Apples\nApples are red."));
        await FetchAsync();
        await SetAsync(("a.md", new string('a', FetchedFolder.MaxFileBytes + 1)));

        FetchReport report = await FetchAsync();

        Assert.Equal(["LeftOut a.md"], Told(report));
        Assert.Empty(Folder.Files());
    }

    [Fact]
    public async Task MoreFilesOrBytesThanTheSourceMayHave_AreLeftOut()
    {
        await SetAsync(("a.md", "# Apples\nRed."), ("b.md", "# Bananas\nYellow."), ("c.md", "# Cherries\nDark."));
        SourceOptions few = CreateOptions();
        few.MaxFiles = 2;
        SourceOptions small = CreateOptions();
        small.MaxTotalBytes = 40;

        FetchReport byNumber = await Folder.FetchAsync(few, isDryRun: true);
        FetchReport byLength = await Folder.FetchAsync(small, isDryRun: true);

        Assert.Equal(["New a.md", "New b.md"], Told(byNumber).Take(2));
        Assert.Contains("MaxFiles", byNumber.Items[^1].Reason, StringComparison.Ordinal);
        Assert.Equal(["New a.md", "New b.md", "LeftOut c.md"], Told(byLength));
        Assert.Contains("MaxTotalBytes", byLength.Items[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesThatAreHere_StayAndAreFollowed_WhenMoreComeThanTheSourceMayHave()
    {
        SourceOptions options = CreateOptions();
        options.MaxFiles = 2;
        await SetAsync(("b.md", "# B\nYellow."), ("c.md", "# C\nDark."));
        await Folder.FetchAsync(options);

        await SetAsync(("a.md", "# A\nRed."), ("c.md", "# C\nPale."));
        FetchReport more = await Folder.FetchAsync(options);
        IReadOnlyList<string> filesOfMore = Folder.Files();
        await SetAsync(("b.md", null));
        FetchReport room = await Folder.FetchAsync(options);
        options.MaxFiles = 1;
        FetchReport lowered = await Folder.FetchAsync(options);

        Assert.Equal(
            (0, 0, 1),
            (more.Count(FetchOutcome.New), more.Count(FetchOutcome.Gone), more.Count(FetchOutcome.Changed))
        );
        FetchedItem leftOut = Assert.Single(more.Items, i => i.Outcome == FetchOutcome.LeftOut);
        Assert.Contains("1 file is left out", leftOut.Reason, StringComparison.Ordinal);
        Assert.Contains("MaxFiles", leftOut.Reason, StringComparison.Ordinal);
        Assert.Equal(["# B\nYellow.", "# C\nPale."], filesOfMore);
        Assert.Equal((1, 1), (room.Count(FetchOutcome.New), room.Count(FetchOutcome.Gone)));
        Assert.Equal((2, 0), (lowered.Count(FetchOutcome.Unchanged), lowered.Count(FetchOutcome.Gone)));
        Assert.Equal(["# A\nRed.", "# C\nPale."], Folder.Files());
    }

    [Fact]
    public async Task FilesThatAreHere_Stay_WhileTheListingIsTooLongToBeReadToItsEnd()
    {
        SourceOptions options = CreateOptions();
        options.MaxFiles = 1;
        await SetAsync(("z.md", "# Z\nLast."));
        await Folder.FetchAsync(options);

        await SetAsync([.. Enumerable.Range(10, 30).Select(i => ($"{i}.md", (string?)$"# Day {i}\nIt rained."))]);
        FetchReport report = await Folder.FetchAsync(options);

        Assert.Contains("MaxFiles", Assert.Single(report.Items).Reason, StringComparison.Ordinal);
        Assert.Equal(["# Z\nLast."], Folder.Files());
    }

    [Fact]
    public async Task OnlyFilesBelowThePrefix_ComeIn()
    {
        await SetAsync(("press/a.md", "# Apples\nRed."), ("private/b.md", "# Bananas\nYellow."));
        SourceOptions options = CreateOptions();
        options.Prefix = "press/";

        Assert.Equal(["New press/a.md"], Told(await Folder.FetchAsync(options)));
    }

    [Fact]
    public async Task ACheck_TellsWhatWouldComeIn_AndKeepsNothing()
    {
        await SetAsync(("a.md", "# Apples\nRed."));
        _ = CountReads();

        FetchReport report = await Folder.FetchAsync(CreateOptions(), isDryRun: true);

        Assert.Equal(["New a.md"], Told(report));
        Assert.True(CountReads() is null or 0);
        Assert.False(Path.Exists(Path.Combine(Folder.Path, FetchedFolder.Source)));
    }

    private protected Task<FetchReport> FetchAsync() => Folder.FetchAsync(CreateOptions());

    /// <summary>The outcomes, each with the path of the file.</summary>
    private protected string[] Told(FetchReport report)
    {
        string place = PlacePath.TrimEnd('/');
        return
        [
            .. report.Items.Select(i =>
                $"{i.Outcome} {Uri.UnescapeDataString(i.Address.AbsolutePath)[Math.Min(place.Length + 1, i.Address.AbsolutePath.Length)..]}"
            ),
        ];
    }

    /// <summary>The path of the place's own address in reports.</summary>
    private protected abstract string PlacePath { get; }
}
