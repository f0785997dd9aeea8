using SummitBot.Core.Corpus;

namespace SummitBot.Tests.Ingestion.Fetching;

/// <summary>The client of the AWS SDK against a bucket on this machine.</summary>
public sealed class S3StoreTests : HttpObjectStoreTests
{
    private protected override string Root => "/harbour-press";

    private protected override bool ReadsDots => true;

    [Fact]
    public async Task Requests_AreSignedWithTheKey_AndNotAtAllWhenTheBucketIsPublic()
    {
        await SetAsync(("a.md", "# A\nRed."));
        SourceOptions open = CreateOptions();
        open.Anonymous = true;

        await Folder.FetchAsync(CreateOptions(), isDryRun: true);
        await Folder.FetchAsync(open, isDryRun: true);

        string[] asked = [.. Objects.Authorizations];
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=reader/", asked[0], StringComparison.Ordinal);
        Assert.Contains("/north/s3/", asked[0], StringComparison.Ordinal);
        Assert.StartsWith("?", asked[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABucketOfAnotherRegion_IsAFailureThatNamesTheSetting()
    {
        Objects.BeforeListing = context => Refuse(context, 400, "AuthorizationHeaderMalformed");

        FetchReport report = await FetchAsync();

        Assert.Contains("correct Region", Assert.Single(report.Items).Reason, StringComparison.Ordinal);
    }

    private protected override SourceOptions CreateOptions() =>
        new()
        {
            Type = SourceType.S3,
            Url = Objects.ServiceUrl,
            Bucket = "harbour-press",
            Region = "north",
            AccessKey = "reader",
            Secret = "not-a-real-secret",
            AllowPrivateAddresses = true,
        };
}
