using SummitBot.Core.Articles;
using SummitBot.Core.Retrieval;

namespace SummitBot.Tests.Indexing;

public sealed class AsOfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexHost _host;

    public AsOfTests()
    {
        _host = new IndexHost(_folder["index"]);
        _host.Build(
            CreateArticle("early", new DateOnly(2019, 4, 27)),
            CreateArticle("late", new DateOnly(2023, 9, 13)),
            CreateArticle("undated", null)
        );
    }

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(null, "early late undated")]
    [InlineData("2023-09-13", "early late undated")]
    [InlineData("2023-09-12", "early undated")]
    [InlineData("2019-04-26", "undated")]
    [InlineData("0001-01-01", "undated")]
    [InlineData("9999-12-31", "early late undated")]
    public async Task RetrieveAsync_LeavesOutWhatWasPublishedLater(string? asOf, string expected)
    {
        var query = new RetrievalQuery("rockets", "en")
        {
            AsOf = asOf is null ? null : DateOnly.ParseExact(asOf, "yyyy-MM-dd", null),
        };

        IReadOnlyList<RetrievedPassage> found = await _host.RetrieveAsync(query);

        Assert.Equal(expected, string.Join(' ', found.Select(p => p.Article.Id.Value).Order()));
    }

    [Fact]
    public async Task RetrieveAsync_FillsTheCountFromWhatIsLeft()
    {
        _host.Build([
            .. Enumerable.Range(0, 60).Select(i => CreateArticle($"late-{i}", new DateOnly(2024, 1, 1))),
            .. Enumerable.Range(0, 5).Select(i => CreateArticle($"early-{i}", new DateOnly(2020, 1, 1))),
        ]);

        IReadOnlyList<RetrievedPassage> found = await _host.RetrieveAsync(
            new RetrievalQuery("rockets", "en") { Count = 5, AsOf = new DateOnly(2023, 1, 1) }
        );

        Assert.Equal(5, found.Count);
        Assert.All(found, p => Assert.StartsWith("early-", p.Article.Id.Value, StringComparison.Ordinal));
    }

    private static Article CreateArticle(string id, DateOnly? published) =>
        IndexHost.CreateArticle(id, "The rockets stood on the pad.") with
        {
            Published = published,
        };
}
