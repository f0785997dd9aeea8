using SummitBot.Core.Corpus;

namespace SummitBot.Tests.Core.Corpus;

/// <summary>Each wrong setting of a bucket, container or repository gives a sentence that names it.</summary>
public sealed class SourceOptionsTests
{
    [Fact]
    public void APlaceThatIsSetWhole_HasNoProblem()
    {
        Assert.Empty(
            Find(
                new()
                {
                    Type = SourceType.S3,
                    Bucket = "press-archive",
                    Region = "eu-central-1",
                }
            )
        );
        Assert.Empty(
            Find(
                new()
                {
                    Type = SourceType.AzureBlob,
                    Url = "https://example.blob.core.windows.net/minutes",
                    Secret = "?sv=2026-01-01&sig=abc",
                }
            )
        );
        Assert.Empty(
            Find(
                new()
                {
                    Type = SourceType.Git,
                    Url = "ssh://git@git.example.org/handbook.git",
                    Branch = "release/1.2",
                    ArticleUrl = "https://git.example.org/handbook/blob/main/{path}",
                }
            )
        );
    }

    [Theory]
    [InlineData("--upload-pack=touch")]
    [InlineData("ext::sh -c touch")]
    [InlineData("https://reader:password@git.example.org/handbook.git")]
    [InlineData("ssh://-oProxyCommand=touch/handbook.git")]
    [InlineData("/srv/handbook")]
    [InlineData("")]
    public void AnAddressThatIsNoRepository_IsRefused(string url) =>
        Assert.Contains(
            "no address of a git repository",
            Assert.Single(Find(new() { Type = SourceType.Git, Url = url })),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("-b")]
    [InlineData("main:refs/heads/other")]
    [InlineData("a..b")]
    [InlineData("main other")]
    public void ANameThatIsNoBranch_IsRefused(string branch)
    {
        var options = new SourceOptions
        {
            Type = SourceType.Git,
            Url = "https://git.example.org/handbook.git",
            Branch = branch,
        };

        Assert.Contains(":Branch is", Assert.Single(Find(options)), StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_AreWhole_EncryptedOnTheirWay_AndNotPartOfTheAddress()
    {
        Assert.Contains(
            "go together",
            Assert.Single(
                Find(
                    new()
                    {
                        Type = SourceType.S3,
                        Bucket = "press",
                        Secret = "half",
                    }
                )
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "unencrypted",
            Assert.Single(
                Find(
                    new()
                    {
                        Type = SourceType.Git,
                        Url = "http://git.example.org/handbook.git",
                        Secret = "token",
                    }
                )
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "put what follows",
            Assert.Single(Find(new() { Type = SourceType.AzureBlob, Url = "https://example.org/minutes?sig=abc" })),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "characters that no key has",
            Assert.Single(
                Find(
                    new()
                    {
                        Type = SourceType.Git,
                        Url = "https://git.example.org/handbook.git",
                        Secret = "token\r\nHost: other",
                    }
                )
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Press Archive", "", 1, ":Bucket is")]
    [InlineData("press", "https://www.example.org/", 1, ":ArticleUrl is")]
    [InlineData("press", "javascript:{path}", 1, ":ArticleUrl is")]
    [InlineData("press", "", 0, "MaxFiles must lie")]
    public void OtherSettings_HaveTheirBounds(string bucket, string articleUrl, int maxFiles, string expected)
    {
        var options = new SourceOptions
        {
            Type = SourceType.S3,
            Bucket = bucket,
            ArticleUrl = articleUrl,
            MaxFiles = maxFiles,
        };

        Assert.Contains(expected, Assert.Single(Find(options)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Find(SourceOptions options) => [.. options.FindProblems("Sources:press")];
}
